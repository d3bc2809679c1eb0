# A real SMTP server for the tests (Debian's python3-aiosmtpd). Every letter it takes is a file in FOLDER: the envelope on two lines, then the letter.
# What it answers is told by the recipient's name: busy-… 451 the first time, shut-… 421 the first time, gone-… 550, spam-… 554 after the letter, slow-… after a while.
import asyncio, os, ssl, sys
from aiosmtpd.smtp import SMTP

folder, port, pause = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
certificate = sys.argv[4] if len(sys.argv) > 4 else None
seen, number = set(), 0

class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("gone-"):
            return "550 5.1.1 no such mailbox"
        if address.startswith(("busy-", "shut-")) and address not in seen:
            seen.add(address)
            if address.startswith("busy-"):
                return "451 4.7.1 come back later"
            asyncio.get_running_loop().call_later(0.05, server.transport.close)
            return "421 4.3.2 shutting down"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, server, session, envelope):
        global number
        if envelope.rcpt_tos[0].startswith("spam-"):
            return "554 5.7.1 we do not want this"
        # A server that dies before it has stored a letter has not answered for it either; one that dies between the two cannot be told from it (RFC 1047).
        if pause < 0:
            await asyncio.sleep(-pause)
        number += 1
        name = os.path.join(folder, f"{os.getpid()}-{number}")
        with open(name + ".tmp", "wb") as letter:
            letter.write((envelope.mail_from + "\n" + envelope.rcpt_tos[0] + "\n").encode() + envelope.original_content)
        os.rename(name + ".tmp", name + ".eml")
        # As with real servers, what is stored stays, whether the sender still listens or not: the answer is late on purpose.
        if pause > 0:
            await asyncio.sleep(pause)
        return "250 2.0.0 taken"

async def main():
    context = None
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Handler(), tls_context=context, require_starttls=bool(certificate), enable_SMTPUTF8=True, hostname="mail.test"), "127.0.0.1", port)
    print("ready", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()

asyncio.run(main())
