//! The rules on each message by itself.

use super::Explanation;
use crate::document::Evidence;
use crate::rules::example::{example, remove, set};

pub(super) const URL_MALFORMED: Explanation = Explanation {
    why: "Without a URL nobody can say which operation was called.",
    fix: "Record the full URL, with scheme and host.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["page"], &[set("/request/url", "\"contacts\"")]),
};

pub(super) const PATH_UNDOCUMENTED: Explanation = Explanation {
    why: "A path that the document does not have is a typing error, or an operation that nobody described.",
    fix: "Correct the path, or describe the operation in the document.",
    evidence: Evidence::DOCUMENTED,
    example: example(
        &["page"],
        &[set(
            "/request/url",
            "\"https://platform.kore.ai/agentassist/api/v1/public/st-7dc994f0/contact\"",
        )],
    ),
};

pub(super) const METHOD_UNDOCUMENTED: Explanation = Explanation {
    why: "A server may treat an unknown method as anything.",
    fix: "Use a method that the document has for the path.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["page"], &[set("/request/method", "\"POST\"")]),
};

pub(super) const PARAMETER_INVALID: Explanation = Explanation {
    why: "A value outside its schema is refused, or silently replaced by a default.",
    fix: "Send a value that the parameter's schema allows.",
    evidence: Evidence::DOCUMENTED,
    example: example(
        &["page"],
        &[set(
            "/request/url",
            "\"https://platform.kore.ai/agentassist/api/v1/public/st-7dc994f0/contacts?skip=0&limit=0\"",
        )],
    ),
};

pub(super) const QUERY_UNDOCUMENTED: Explanation = Explanation {
    why: "A server ignores what it does not know, so that a filter or an order that seems to work does nothing.",
    fix: "Leave the parameter out, or describe it in the document.",
    evidence: Evidence::DOCUMENTED,
    example: example(
        &["page"],
        &[set(
            "/request/url",
            "\"https://platform.kore.ai/agentassist/api/v1/public/st-7dc994f0/contacts?skip=0&limit=2&sort=name\"",
        )],
    ),
};

pub(super) const HEADER_MISSING: Explanation = Explanation {
    why: "The server cannot tell which account or application a call is made for.",
    fix: "Send the header with every call.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["page"], &[remove("/request/headers/accountId")]),
};

pub(super) const HEADER_UNDOCUMENTED: Explanation = Explanation {
    why: "A header that the API does not know has no effect, and may tell the server more than it should know.",
    fix: "Leave the header out, or describe it in the document.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["page"], &[set("/request/headers/api-version", "\"1\"")]),
};

pub(super) const AUTH_MISSING: Explanation = Explanation {
    why: "A call without its token is refused.",
    fix: "Sign a JWT and send it in the header `auth`, without `Bearer`.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["page"], &[remove("/request/headers/auth")]),
};

pub(super) const AUTH_NOT_BARE: Explanation = Explanation {
    why: "The vendor takes the header `auth` for the token: `Bearer` in front of it spoils it.",
    fix: "Send the token alone.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["page"], &[set("/request/headers/auth", "\"Bearer redacted-1\"")]),
};

pub(super) const PARAMETER_REPEATED: Explanation = Explanation {
    why: "Which of two values counts is up to the server, and to everything in front of it: a call \
          can reach another account than the one that was checked. The same value twice is no \
          contradiction.",
    fix: "Send each parameter and each header once.",
    evidence: Evidence::DOCUMENTED,
    example: example(
        &["page"],
        &[set(
            "/request/headers/accountId",
            "[\"65f7d49a5dd06e2cefa00001\", \"65f7d49a5dd06e2cefa00002\"]",
        )],
    ),
};

pub(super) const REQUEST_CONTENT_TYPE: Explanation = Explanation {
    why: "The pages require the content type of every call, also of those without a body.",
    fix: "Send `Content-Type: application/json`.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["page"], &[set("/request/headers/content-type", "\"text/plain\"")]),
};

pub(super) const REQUEST_BODY_MISSING: Explanation = Explanation {
    why: "An update or a bulk deletion without a body says nothing.",
    fix: "Send the JSON body that the document describes.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["bulkDeletion"], &[remove("/request/body")]),
};

pub(super) const REQUEST_BODY_UNDOCUMENTED: Explanation = Explanation {
    why: "A body that the server does not expect is ignored, or refused by something in between.",
    fix: "Send the call without a body.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["page"], &[set("/request/body", "{}")]),
};

pub(super) const STATUS_UNDOCUMENTED: Explanation = Explanation {
    why: "A client that follows the document does not handle a status that is not in it. Where \
          the document only assumes the statuses of a class, as no page names any, another usual \
          status of that class is a warning; one that HTTP does not have, or of a class for which \
          the document has no answer, is an error.",
    fix: "Answer with a documented status, or describe this one in the document.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["refusal"], &[set("/response/status", "418")]),
};

pub(super) const SERVER_ERROR: Explanation = Explanation {
    why: "A failing server is no answer to the question that was asked. Where the document only \
          assumes that a server answers a failure like this, it is a warning.",
    fix: "Look for the cause in the server's log.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["refusal"], &[set("/response/status", "500")]),
};

pub(super) const CONTENT_TYPE_MISSING: Explanation = Explanation {
    why: "A client has to guess what the body is.",
    fix: "Send `Content-Type: application/json` with the answer.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["page"], &[remove("/response/headers/content-type")]),
};

pub(super) const CONTENT_TYPE_UNDOCUMENTED: Explanation = Explanation {
    why: "A page of HTML where JSON belongs comes from something in front of the API.",
    fix: "Answer with JSON, and name it in `Content-Type`.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["page"], &[set("/response/headers/content-type", "\"text/html\"")]),
};

pub(super) const CHARSET_WRONG: Explanation = Explanation {
    why: "JSON between systems is UTF-8 (RFC 8259): in another charset, names with accents are spoilt.",
    fix: "Encode the body in UTF-8, and leave `charset` out.",
    evidence: Evidence::DOCUMENTED,
    example: example(
        &["page"],
        &[set("/response/headers/content-type", "\"application/json; charset=iso-8859-1\"")],
    ),
};

pub(super) const BODY_MISSING: Explanation = Explanation {
    why: "A client that decodes an empty answer fails.",
    fix: "Answer with the body that the document describes.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["page"], &[remove("/response/body")]),
};

pub(super) const BODY_MALFORMED: Explanation = Explanation {
    why: "A body that is cut off or is no JSON cannot be read.",
    fix: "Look at what stands between client and server: timeouts, size limits, compression.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["page"], &[set("/response/body", "{\"text\": \"{\\\"results\\\": [\"}")]),
};

pub(super) const PROPERTY_REPEATED: Explanation = Explanation {
    why: "Which of two values counts is up to the reader, so that two systems read the same body differently.",
    fix: "Write each property once.",
    evidence: Evidence::DOCUMENTED,
    example: example(
        &["refusal"],
        &[set(
            "/response/body",
            "{\"text\": \"{\\\"status\\\": \\\"error\\\", \\\"message\\\": \\\"no\\\", \\\"message\\\": \\\"yes\\\"}\"}",
        )],
    ),
};

pub(super) const BODY_SCHEMA: Explanation = Explanation {
    why: "A client that relies on the document fails at a value of another type, or at one that is missing.",
    fix: "Send what the schema says, or correct the document where it is wrong.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["page"], &[set("/response/body/limit", "\"2\"")]),
};

pub(super) const BODY_FORMAT: Explanation = Explanation {
    why: "A time in another format is read wrongly, or not at all.",
    fix: "Write the value in the format that the schema names.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["page"], &[set("/response/body/results/0/createdAt", "\"9 January 2026\"")]),
};

pub(super) const INTEGER_RANGE: Explanation = Explanation {
    why: "A client that keeps the number in 64 bits overflows.",
    fix: "Send a number that fits, or name another format in the document.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["refusal"], &[set("/response/body/errors/0/code", "9223372036854775808")]),
};

pub(super) const ENUM_UNKNOWN: Explanation = Explanation {
    why: "A client that branches on the value does not know this one.",
    fix: "See whether the value is right; if it is, add it to the document.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["page"], &[set("/response/body/results/0/status", "\"PAUSED\"")]),
};

pub(super) const PROPERTY_UNDOCUMENTED: Explanation = Explanation {
    why: "A property that nobody described may be new, a typing error, or data that should not leave the server.",
    fix: "See whether it belongs there; if it does, describe it in the document.",
    evidence: Evidence::DOCUMENTED,
    example: example(&["page"], &[set("/response/body/results/0/shoeSize", "44")]),
};
