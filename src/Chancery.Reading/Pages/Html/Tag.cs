using System.Collections.Frozen;

namespace Chancery.Reading.Pages.Html;

/// <summary>The elements that matter for reading news; every other element is <see cref="Other"/> and inline.</summary>
internal enum Tag : byte
{
    Other, Text, Document,
    A, Abbr, Address, Area, Article, Aside, B, Base, Blockquote, Body, Br, Button, Canvas, Caption, Center, Cite, Code, Col, Colgroup, Dd,
    Del, Details, Dialog, Dir, Div, Dl, Dt, Em, Embed, Fieldset, Figcaption, Figure, Font, Footer, Form, Frame, Frameset,
    H1, H2, H3, H4, H5, H6, Head, Header, Hgroup, Hr, Html, I, Iframe, Img, Input, Ins, Label, Legend, Li, Link, Main, Mark, Menu, Meta,
    Nav, Noembed, Noframes, Noscript, Object, Ol, Optgroup, Option, P, Param, Picture, Plaintext, Pre, Q, S, Script, Search, Section,
    Select, Small, Source, Span, Strong, Style, Sub, Summary, Sup, Svg, Math, Table, Tbody, Td, Template, Textarea, Tfoot, Th, Thead, Time,
    Title, Tr, Track, U, Ul, Video, Audio, Wbr, Xmp,
}

internal static class Tags
{
    private const int LongestName = 10;
    private static readonly FrozenSet<Tag> Blocks = new[]
    {
        Tag.Document, Tag.Address, Tag.Article, Tag.Aside, Tag.Blockquote, Tag.Body, Tag.Button, Tag.Caption, Tag.Center, Tag.Dd, Tag.Details,
        Tag.Dialog, Tag.Dir, Tag.Div, Tag.Dl, Tag.Dt, Tag.Fieldset, Tag.Figcaption, Tag.Figure, Tag.Footer, Tag.Form, Tag.Frameset,
        Tag.H1, Tag.H2, Tag.H3, Tag.H4, Tag.H5, Tag.H6, Tag.Head, Tag.Header, Tag.Hgroup, Tag.Hr, Tag.Html, Tag.Legend, Tag.Li, Tag.Main,
        Tag.Menu, Tag.Nav, Tag.Ol, Tag.Optgroup, Tag.Option, Tag.P, Tag.Pre, Tag.Search, Tag.Section, Tag.Summary, Tag.Table, Tag.Tbody,
        Tag.Td, Tag.Tfoot, Tag.Th, Tag.Thead, Tag.Tr, Tag.Ul, Tag.Xmp,
    }.ToFrozenSet();

    private static readonly bool[] IsBlockTag = Table(Blocks.Contains);

    private static readonly bool[] ClosesParagraphTag = Table(t => Blocks.Contains(t) && t is not (Tag.Button or Tag.Option or Tag.Optgroup
        or Tag.Legend or Tag.Td or Tag.Th or Tag.Tr or Tag.Tbody or Tag.Thead or Tag.Tfoot or Tag.Caption or Tag.Document));

    private static readonly bool[] IsVoidTag = Table(t => t is Tag.Area or Tag.Base or Tag.Br or Tag.Col or Tag.Embed or Tag.Frame or Tag.Hr
        or Tag.Img or Tag.Input or Tag.Link or Tag.Meta or Tag.Param or Tag.Source or Tag.Track or Tag.Wbr);

    private static readonly bool[] HidesTextTag = Table(t => t is Tag.Script or Tag.Style or Tag.Noscript or Tag.Template or Tag.Svg
        or Tag.Iframe or Tag.Object or Tag.Select or Tag.Textarea or Tag.Head or Tag.Title or Tag.Canvas or Tag.Noembed or Tag.Noframes
        or Tag.Math or Tag.Video or Tag.Audio or Tag.Button or Tag.Dialog or Tag.Option or Tag.Input);

    /// <summary>Whether the element begins and ends a line of its own.</summary>
    public static bool IsBlock(this Tag tag) => IsBlockTag[(int)tag];

    /// <summary>Whether a start tag ends an open paragraph (HTML: "close a p element").</summary>
    public static bool ClosesParagraph(this Tag tag) => ClosesParagraphTag[(int)tag];

    public static bool IsVoid(this Tag tag) => IsVoidTag[(int)tag];

    /// <summary>Elements whose text is never read as running text.</summary>
    public static bool HidesText(this Tag tag) => HidesTextTag[(int)tag];

    /// <summary>Content up to the end tag is characters, not markup.</summary>
    public static bool IsRawText(this Tag tag) =>
        tag is Tag.Script or Tag.Style or Tag.Textarea or Tag.Title or Tag.Xmp or Tag.Iframe or Tag.Noembed or Tag.Noframes or Tag.Plaintext;

    public static bool IsHeading(this Tag tag) => tag is >= Tag.H1 and <= Tag.H6;

    /// <summary>The element of a name in any case.</summary>
    public static Tag Of(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > LongestName) return Tag.Other;
        Span<char> lower = stackalloc char[LongestName];
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            lower[i] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
        }
        return Named(lower[..name.Length]);
    }

    private static Tag Named(ReadOnlySpan<char> name) => name switch
    {
        "a" => Tag.A, "abbr" => Tag.Abbr, "address" => Tag.Address, "area" => Tag.Area, "article" => Tag.Article, "aside" => Tag.Aside,
        "b" => Tag.B, "base" => Tag.Base, "blockquote" => Tag.Blockquote, "body" => Tag.Body, "br" => Tag.Br, "button" => Tag.Button,
        "canvas" => Tag.Canvas, "caption" => Tag.Caption, "center" => Tag.Center, "cite" => Tag.Cite, "code" => Tag.Code, "col" => Tag.Col,
        "colgroup" => Tag.Colgroup, "dd" => Tag.Dd, "del" => Tag.Del, "details" => Tag.Details, "dialog" => Tag.Dialog, "dir" => Tag.Dir,
        "div" => Tag.Div, "dl" => Tag.Dl, "dt" => Tag.Dt, "em" => Tag.Em, "embed" => Tag.Embed, "fieldset" => Tag.Fieldset,
        "figcaption" => Tag.Figcaption, "figure" => Tag.Figure, "font" => Tag.Font, "footer" => Tag.Footer, "form" => Tag.Form,
        "frame" => Tag.Frame, "frameset" => Tag.Frameset, "h1" => Tag.H1, "h2" => Tag.H2, "h3" => Tag.H3, "h4" => Tag.H4, "h5" => Tag.H5,
        "h6" => Tag.H6, "head" => Tag.Head, "header" => Tag.Header, "hgroup" => Tag.Hgroup, "hr" => Tag.Hr, "html" => Tag.Html, "i" => Tag.I,
        "iframe" => Tag.Iframe, "img" or "image" => Tag.Img, "input" => Tag.Input, "ins" => Tag.Ins, "label" => Tag.Label, "legend" => Tag.Legend,
        "li" => Tag.Li, "link" => Tag.Link, "main" => Tag.Main, "mark" => Tag.Mark, "menu" => Tag.Menu, "meta" => Tag.Meta, "nav" => Tag.Nav,
        "noembed" => Tag.Noembed, "noframes" => Tag.Noframes, "noscript" => Tag.Noscript, "object" => Tag.Object, "ol" => Tag.Ol,
        "optgroup" => Tag.Optgroup, "option" => Tag.Option, "p" => Tag.P, "param" => Tag.Param, "picture" => Tag.Picture,
        "plaintext" => Tag.Plaintext, "pre" => Tag.Pre, "q" => Tag.Q, "s" => Tag.S, "script" => Tag.Script, "search" => Tag.Search,
        "section" => Tag.Section, "select" => Tag.Select, "small" => Tag.Small, "source" => Tag.Source, "span" => Tag.Span,
        "strong" => Tag.Strong, "style" => Tag.Style, "sub" => Tag.Sub, "summary" => Tag.Summary, "sup" => Tag.Sup, "svg" => Tag.Svg,
        "math" => Tag.Math, "table" => Tag.Table, "tbody" => Tag.Tbody, "td" => Tag.Td, "template" => Tag.Template, "textarea" => Tag.Textarea,
        "tfoot" => Tag.Tfoot, "th" => Tag.Th, "thead" => Tag.Thead, "time" => Tag.Time, "title" => Tag.Title, "tr" => Tag.Tr,
        "track" => Tag.Track, "u" => Tag.U, "ul" => Tag.Ul, "video" => Tag.Video, "audio" => Tag.Audio, "wbr" => Tag.Wbr, "xmp" => Tag.Xmp,
        _ => Tag.Other,
    };

    private static bool[] Table(Func<Tag, bool> holds) => [.. Enum.GetValues<Tag>().Select(holds)];
}
