// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/requestparser.h"

#include "http/headscan.h"

#include <llhttp.h>

#include <algorithm>

namespace http {

namespace {

// What chunk sizes, extensions and line ends may add to a body: one-byte chunks pass, floods do not.
constexpr qsizetype framingFactor = 8;

// glibc maps blocks above 32 MiB one by one and so gives them back when they are freed; smaller ones
// may leave holes in the heap. What is reserved and never written costs no memory.
constexpr qsizetype hugeBody = 4 * 1024 * 1024;
constexpr qsizetype mappedBlock = 33 * 1024 * 1024;

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isHost(QByteArrayView value)
{
    return !value.isEmpty() && std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               QByteArrayView("-._~:[]%!$&'()*+;=").contains(c);
    });
}

} // namespace

struct RequestParser::Machine
{
    explicit Machine(const Limits &given)
        : limits(given)
        , scan(given, HeadScan::Kind::Head)
        , trailers(given, HeadScan::Kind::Trailers)
    {
        llhttp_init(&parser, HTTP_REQUEST, settings());
        parser.data = this;
    }

    static const llhttp_settings_t *settings();
    static Machine &of(llhttp_t *parser) { return *static_cast<Machine *>(parser->data); }

    int refuse(int status)
    {
        if (error == 0)
            error = status;
        return -1;
    }

    Progress takeHead(QByteArrayView bytes);
    Progress takeBody(QByteArrayView bytes);
    Progress takeTrailers(QByteArrayView bytes);
    int onHeadersComplete();
    int takeTarget();
    int takeFraming();
    int onBody(QByteArrayView bytes);
    int onChunkHeader();
    QList<QByteArray> values(QByteArrayView name) const;
    qsizetype greatestBodySize() const { return chunked ? limits.body : contentLength; }

    const Limits limits;
    HeadScan scan;
    HeadScan trailers;
    llhttp_t parser;
    Request request;
    QByteArray head;
    QByteArray kept; // what followed the head in its piece
    QByteArray target;
    Header field;
    qsizetype contentLength = 0;
    qsizetype framedBytes = 0; // of a chunked body, as sent
    qsizetype extensionBytes = 0;
    int error = 0;
    bool headComplete = false;
    bool messageComplete = false;
    bool chunked = false;
    bool inTrailers = false;
    bool expectsContinue = false;
    bool surplus = false;
};

const llhttp_settings_t *RequestParser::Machine::settings()
{
    static const llhttp_settings_t shared = [] {
        llhttp_settings_t s;
        llhttp_settings_init(&s);
        s.on_url = [](llhttp_t *p, const char *at, size_t length) {
            of(p).target.append(at, static_cast<qsizetype>(length));
            return 0;
        };
        s.on_header_field = [](llhttp_t *p, const char *at, size_t length) {
            of(p).field.name.append(at, static_cast<qsizetype>(length));
            return 0;
        };
        s.on_header_value = [](llhttp_t *p, const char *at, size_t length) {
            of(p).field.value.append(at, static_cast<qsizetype>(length));
            return 0;
        };
        s.on_header_value_complete = [](llhttp_t *p) {
            Machine &m = of(p);
            m.request.headers.append({m.field.name.toLower(), m.field.value.trimmed()});
            m.field = {};
            return 0;
        };
        s.on_headers_complete = [](llhttp_t *p) { return of(p).onHeadersComplete(); };
        s.on_body = [](llhttp_t *p, const char *at, size_t length) {
            return of(p).onBody({at, static_cast<qsizetype>(length)});
        };
        s.on_chunk_header = [](llhttp_t *p) { return of(p).onChunkHeader(); };
        const llhttp_data_cb extension = [](llhttp_t *p, const char *, size_t length) {
            Machine &m = of(p);
            m.extensionBytes += static_cast<qsizetype>(length);
            return m.extensionBytes > m.limits.head ? m.refuse(413) : 0;
        };
        s.on_chunk_extension_name = extension;
        s.on_chunk_extension_value = extension;
        s.on_message_complete = [](llhttp_t *p) {
            of(p).messageComplete = true;
            return int(HPE_PAUSED); // one request: nothing after it is parsed
        };
        return s;
    }();
    return &shared;
}

QList<QByteArray> RequestParser::Machine::values(QByteArrayView name) const
{
    QList<QByteArray> found;
    for (const Header &header : request.headers) {
        if (header.name == name)
            found.append(header.value);
    }
    return found;
}

RequestParser::Progress RequestParser::Machine::takeHead(QByteArrayView bytes)
{
    qsizetype taken = 0;
    const HeadScan::Verdict verdict = scan.take(bytes, taken);
    head.append(bytes.first(taken));
    if (verdict == HeadScan::Verdict::More)
        return Progress::NeedMore;
    if (verdict == HeadScan::Verdict::Refused) {
        refuse(scan.status());
        return Progress::Failed;
    }
    kept = bytes.sliced(taken).toByteArray();
    const llhttp_errno_t outcome =
        llhttp_execute(&parser, head.constData(), static_cast<size_t>(head.size()));
    head.clear();
    if (outcome != HPE_OK && outcome != HPE_PAUSED && outcome != HPE_PAUSED_UPGRADE) {
        if (outcome == HPE_INVALID_METHOD)
            refuse(501);
        else if (outcome == HPE_INVALID_VERSION)
            refuse(505);
        else if (outcome == HPE_INVALID_CONTENT_LENGTH &&
                 QByteArrayView(llhttp_get_error_reason(&parser)).endsWith("overflow"))
            refuse(413);
        refuse(400);
        return Progress::Failed;
    }
    headComplete = true;
    return Progress::HeadComplete;
}

int RequestParser::Machine::onHeadersComplete()
{
    if (llhttp_get_http_major(&parser) != 1 || llhttp_get_http_minor(&parser) > 1)
        return refuse(505);
    request.method = llhttp_method_name(static_cast<llhttp_method_t>(llhttp_get_method(&parser)));
    const QList<QByteArray> hosts = values("host");
    if (hosts.size() != 1 || !isHost(hosts.first()))
        return refuse(400);
    if (const int refused = takeTarget(); refused != 0)
        return refused;
    if (const int refused = takeFraming(); refused != 0)
        return refused;
    for (const QByteArray &encoding : values("content-encoding")) {
        if (encoding.compare("identity", Qt::CaseInsensitive) != 0)
            return refuse(415);
    }
    for (const QByteArray &expectation : values("expect")) {
        if (expectation.compare("100-continue", Qt::CaseInsensitive) != 0)
            return refuse(417);
        expectsContinue = llhttp_get_http_minor(&parser) == 1;
    }
    return 0;
}

// "/path?query", or the same behind a scheme and authority as proxies write it.
int RequestParser::Machine::takeTarget()
{
    if (target.contains('#'))
        return refuse(400);
    QByteArrayView rest(target);
    if (!rest.startsWith('/') && rest != QByteArrayView("*")) {
        const qsizetype scheme = rest.indexOf("://");
        if (scheme < 0)
            return refuse(400);
        const QByteArray name = rest.first(scheme).toByteArray().toLower();
        if (name != "http" && name != "https")
            return refuse(400);
        rest = rest.sliced(scheme + 3);
        const qsizetype slash = rest.indexOf('/');
        if (slash <= 0 || rest.first(slash).contains('?'))
            return refuse(400);
        rest = rest.sliced(slash);
    }
    const qsizetype mark = rest.indexOf('?');
    request.path = (mark < 0 ? rest : rest.first(mark)).toByteArray();
    request.query = mark < 0 ? QByteArray() : rest.sliced(mark + 1).toByteArray();
    return 0;
}

int RequestParser::Machine::takeFraming()
{
    const QList<QByteArray> lengths = values("content-length");
    const QList<QByteArray> codings = values("transfer-encoding");
    if (!codings.isEmpty()) {
        if (!lengths.isEmpty() || codings.size() > 1 || llhttp_get_http_minor(&parser) == 0)
            return refuse(400);
        const QByteArray coding = codings.first().toLower();
        if (coding != "chunked") {
            // Another coding below chunked is only unknown; without chunked the end is unknown.
            const QByteArray last = coding.sliced(coding.lastIndexOf(',') + 1).trimmed();
            return refuse(last == "chunked" ? 501 : 400);
        }
        chunked = true;
        return 0;
    }
    if (lengths.isEmpty())
        return 0;
    if (lengths.size() > 1 || !isDigits(lengths.first()))
        return refuse(400);
    bool fits = false;
    const qlonglong length = lengths.first().toLongLong(&fits);
    if (!fits || length > limits.body)
        return refuse(413);
    contentLength = static_cast<qsizetype>(length);
    return 0;
}

int RequestParser::Machine::onBody(QByteArrayView bytes)
{
    if (request.body.size() + bytes.size() > limits.body)
        return refuse(413);
    const qsizetype size = request.body.size() + bytes.size();
    if (size > limits.smallBody && size > request.body.capacity()) { // once, not doubling and copying
        const qsizetype greatest = greatestBodySize();
        request.body.reserve(greatest > hugeBody ? std::max(greatest, mappedBlock) : greatest);
    }
    request.body.append(bytes);
    return 0;
}

int RequestParser::Machine::onChunkHeader()
{
    if (parser.content_length > static_cast<quint64>(limits.body - request.body.size()))
        return refuse(413);
    inTrailers = parser.content_length == 0;
    return inTrailers ? int(HPE_PAUSED) : 0; // trailers are read as strictly as the head, not by llhttp
}

RequestParser::Progress RequestParser::Machine::takeBody(QByteArrayView bytes)
{
    if (messageComplete) {
        surplus = surplus || !bytes.isEmpty();
        return Progress::Complete;
    }
    if (inTrailers)
        return takeTrailers(bytes);
    if (bytes.isEmpty())
        return Progress::NeedMore;
    QByteArrayView part = bytes;
    if (chunked)
        part = bytes.first(
            std::min<qsizetype>(bytes.size(), framingFactor * limits.body + limits.head - framedBytes));
    const llhttp_errno_t outcome = llhttp_execute(&parser, part.data(), static_cast<size_t>(part.size()));
    if (outcome != HPE_OK && outcome != HPE_PAUSED && outcome != HPE_PAUSED_UPGRADE) {
        refuse(400);
        return Progress::Failed;
    }
    if (outcome != HPE_OK) {
        const qsizetype used = llhttp_get_error_pos(&parser) - part.data();
        if (inTrailers)
            return takeTrailers(bytes.sliced(used));
        surplus = surplus || used < bytes.size();
        return Progress::Complete;
    }
    framedBytes += part.size();
    if (part.size() < bytes.size()) {
        refuse(413);
        return Progress::Failed;
    }
    return Progress::NeedMore;
}

RequestParser::Progress RequestParser::Machine::takeTrailers(QByteArrayView bytes)
{
    qsizetype taken = 0;
    switch (trailers.take(bytes, taken)) {
    case HeadScan::Verdict::More:
        return Progress::NeedMore;
    case HeadScan::Verdict::Refused:
        refuse(trailers.status());
        return Progress::Failed;
    case HeadScan::Verdict::End:
        break;
    }
    messageComplete = true;
    surplus = taken < bytes.size();
    return Progress::Complete;
}

RequestParser::RequestParser(const Limits &limits)
    : m_machine(std::make_unique<Machine>(limits))
{
}

RequestParser::~RequestParser() = default;

RequestParser::Progress RequestParser::feed(QByteArrayView bytes)
{
    if (m_machine->error != 0)
        return Progress::Failed;
    if (!m_machine->headComplete)
        return m_machine->takeHead(bytes);
    if (m_machine->kept.isEmpty())
        return m_machine->takeBody(bytes);
    const QByteArray first = std::exchange(m_machine->kept, {});
    const Progress progress = m_machine->takeBody(first);
    return progress == Progress::Failed || bytes.isEmpty() ? progress : m_machine->takeBody(bytes);
}

int RequestParser::errorStatus() const
{
    return m_machine->error;
}

bool RequestParser::expectsContinue() const
{
    return m_machine->expectsContinue;
}

bool RequestParser::surplus() const
{
    return m_machine->surplus;
}

qsizetype RequestParser::bodySize() const
{
    return m_machine->request.body.size();
}

qsizetype RequestParser::greatestBodySize() const
{
    return m_machine->greatestBodySize();
}

const Request &RequestParser::request() const
{
    return m_machine->request;
}

void RequestParser::setPeer(const QHostAddress &peer)
{
    m_machine->request.peer = peer;
}

Request RequestParser::takeRequest()
{
    return std::move(m_machine->request);
}

} // namespace http
