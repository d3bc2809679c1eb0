namespace Chancery.Reading.Pages.Html;

/// <summary>One attribute as written: the value still holds its entities.</summary>
internal readonly ref struct HtmlAttribute(ReadOnlySpan<char> name, ReadOnlySpan<char> rawValue)
{
    public ReadOnlySpan<char> Name { get; } = name;
    public ReadOnlySpan<char> RawValue { get; } = rawValue;
}

/// <summary>Reads the attributes of one start tag, in the order written, without allocation.</summary>
internal readonly ref struct AttributeList(string page, int start, int end)
{
    public Enumerator GetEnumerator() => new(page is null ? default : page.AsSpan(start, end - start));

    public ref struct Enumerator
    {
        private ReadOnlySpan<char> _rest;

        internal Enumerator(ReadOnlySpan<char> tag)
        {
            int i = 1;
            while (i < tag.Length && !ParseHtml.IsSpace(tag[i]) && tag[i] is not ('/' or '>')) i++;
            _rest = i < tag.Length ? tag[i..] : default;
        }

        public HtmlAttribute Current { get; private set; }

        public bool MoveNext()
        {
            var s = _rest;
            int i = 0;
            while (i < s.Length && (ParseHtml.IsSpace(s[i]) || s[i] == '/')) i++;
            if (i >= s.Length || s[i] == '>') return false;
            int nameStart = i++;
            while (i < s.Length && !ParseHtml.IsSpace(s[i]) && s[i] is not ('/' or '>' or '=')) i++;
            var name = s[nameStart..i];
            while (i < s.Length && ParseHtml.IsSpace(s[i])) i++;
            if (i >= s.Length || s[i] != '=')
            {
                Current = new HtmlAttribute(name, default);
                _rest = s[i..];
                return true;
            }
            i++;
            while (i < s.Length && ParseHtml.IsSpace(s[i])) i++;
            ReadOnlySpan<char> value;
            if (i < s.Length && s[i] is '"' or '\'')
            {
                int close = s[(i + 1)..].IndexOf(s[i]);
                int stop = close < 0 ? s.Length : i + 1 + close;
                value = s[(i + 1)..stop];
                i = Math.Min(stop + 1, s.Length);
            }
            else
            {
                int valueStart = i;
                while (i < s.Length && !ParseHtml.IsSpace(s[i]) && s[i] != '>') i++;
                value = s[valueStart..i];
            }
            Current = new HtmlAttribute(name, value);
            _rest = s[i..];
            return true;
        }
    }
}
