//! The parts of the document that are known, and what is done with each.

use serde_json::Value;

/// A kind of object of OpenAPI.
pub(super) struct Kind {
    /// What it is called in a sentence.
    pub(super) name: &'static str,
    /// Where a reference that stands in its place must lead; `None` where none may stand.
    pub(super) target: Option<&'static str>,
    pub(super) members: &'static [Member],
}

/// A member of an object that is known.
pub(super) struct Member {
    pub(super) name: &'static str,
    treatment: Treatment,
}

enum Treatment {
    /// It is read.
    Read(Holds),
    /// It changes nothing that is generated for the judge, for this reason.
    Idle(#[cfg_attr(not(test), expect(dead_code, reason = "it is for readers"))] &'static str),
}

/// What a member holds.
pub(super) enum Holds {
    /// What another part of the generators checks, or nobody has to.
    Anything,
    /// A value of which this is true, or else there is this problem.
    Only(fn(&Value) -> bool, &'static str),
    Object(&'static Kind),
    Map(&'static Kind),
    List(&'static Kind),
    Security,
}

impl Member {
    pub(super) fn holds(&self) -> &Holds {
        match &self.treatment {
            Treatment::Read(holds) => holds,
            Treatment::Idle(_) => &Holds::Anything,
        }
    }

    /// Why it changes nothing; `None` for what is read.
    #[cfg(test)]
    pub(super) fn idle(&self) -> Option<&'static str> {
        match self.treatment {
            Treatment::Read(_) => None,
            Treatment::Idle(reason) => Some(reason),
        }
    }
}

const fn read(name: &'static str, holds: Holds) -> Member {
    Member { name, treatment: Treatment::Read(holds) }
}

const fn idle(name: &'static str, reason: &'static str) -> Member {
    Member { name, treatment: Treatment::Idle(reason) }
}

const PROSE: &str = "it tells readers, and demands nothing";
const SAMPLE: &str = "the linter holds it against the schema; no call has to be like it";

pub(super) static DOCUMENT: Kind = Kind {
    name: "the document",
    target: None,
    members: &[
        read("openapi", Holds::Only(is_of_version_3_0, "only OpenAPI 3.0 is read")),
        read("paths", Holds::Map(&PATH_ITEM)),
        read("components", Holds::Object(&COMPONENTS)),
        read("security", Holds::Security),
        read("servers", Holds::List(&SERVER)),
        idle("info", PROSE),
        idle("tags", PROSE),
        idle("externalDocs", PROSE),
    ],
};

static SERVER: Kind = Kind {
    name: "a server",
    target: None,
    members: &[
        read("url", Holds::Only(is_only_a_host, "a server is a host: paths stand in `paths`")),
        idle("description", PROSE),
        idle("variables", "any host is judged, since traffic may go through another"),
    ],
};

static PATH_ITEM: Kind = Kind {
    name: "a path",
    target: None,
    members: &[
        read("get", Holds::Object(&OPERATION)),
        read("put", Holds::Object(&OPERATION)),
        read("post", Holds::Object(&OPERATION)),
        read("delete", Holds::Object(&OPERATION)),
        read("options", Holds::Object(&OPERATION)),
        read("head", Holds::Object(&OPERATION)),
        read("patch", Holds::Object(&OPERATION)),
        read("trace", Holds::Object(&OPERATION)),
        idle("summary", PROSE),
        idle("description", PROSE),
    ],
};

static OPERATION: Kind = Kind {
    name: "an operation",
    target: None,
    members: &[
        read("operationId", Holds::Anything),
        read("parameters", Holds::List(&PARAMETER)),
        read("requestBody", Holds::Object(&REQUEST_BODY)),
        read("responses", Holds::Map(&RESPONSE)),
        read("security", Holds::Security),
        read("x-api-scope", Holds::Anything),
        read("x-request-content-type", Holds::Object(&REQUEST_CONTENT_TYPE)),
        read("x-retry", Holds::Object(&RETRY)),
        idle("tags", PROSE),
        idle("summary", PROSE),
        idle("description", PROSE),
        idle("externalDocs", PROSE),
        idle("deprecated", "what is deprecated is still right"),
    ],
};

static PARAMETER: Kind = Kind {
    name: "a parameter",
    target: Some("/components/parameters/"),
    members: &[
        read("name", Holds::Anything),
        read("in", Holds::Anything),
        read("required", Holds::Only(Value::is_boolean, TRUTH)),
        read("schema", Holds::Anything),
        idle("description", PROSE),
        idle("example", SAMPLE),
        idle("examples", SAMPLE),
        idle("deprecated", "what is deprecated is still right"),
    ],
};

const TRUTH: &str = "`true` or `false` belongs here";

static REQUEST_BODY: Kind = Kind {
    name: "a request body",
    target: Some("/components/requestBodies/"),
    members: &[
        read("content", Holds::Map(&MEDIA_TYPE)),
        read("required", Holds::Only(Value::is_boolean, TRUTH)),
        idle("description", PROSE),
    ],
};

static RESPONSE: Kind = Kind {
    name: "an answer",
    target: Some("/components/responses/"),
    members: &[
        read("content", Holds::Map(&MEDIA_TYPE)),
        read("x-known-statuses", Holds::Only(are_statuses, "a list of statuses belongs here")),
        idle("description", PROSE),
    ],
};

static MEDIA_TYPE: Kind = Kind {
    name: "a media type",
    target: None,
    members: &[read("schema", Holds::Anything), idle("example", SAMPLE), idle("examples", SAMPLE)],
};

static COMPONENTS: Kind = Kind {
    name: "the components",
    target: None,
    members: &[
        // The generator of validators reads them.
        read("schemas", Holds::Anything),
        read("parameters", Holds::Map(&PARAMETER)),
        read("requestBodies", Holds::Map(&REQUEST_BODY)),
        read("responses", Holds::Map(&RESPONSE)),
        read("securitySchemes", Holds::Map(&SECURITY_SCHEME)),
    ],
};

static SECURITY_SCHEME: Kind = Kind {
    name: "a security scheme",
    target: None,
    members: &[
        read("type", Holds::Only(|it| it == "apiKey", "only `apiKey` is supported")),
        read("in", Holds::Only(|it| it == "header", "only `header` is supported")),
        read("name", Holds::Only(Value::is_string, "the name of a header belongs here")),
        idle("description", PROSE),
    ],
};

static RETRY: Kind = Kind {
    name: "`x-retry`",
    target: None,
    members: &[read("class", Holds::Anything), idle("why", PROSE)],
};

static REQUEST_CONTENT_TYPE: Kind = Kind {
    name: "`x-request-content-type`",
    target: None,
    members: &[read("value", Holds::Only(Value::is_string, "a media type belongs here"))],
};

pub(super) static EVIDENCE: Kind = Kind {
    name: "`x-evidence`",
    target: None,
    members: &[
        read("basis", Holds::Only(is_basis, "`basis` is `sample` or `assumed`")),
        read("why", Holds::Only(Value::is_string, "a reason belongs here")),
    ],
};

fn is_of_version_3_0(value: &Value) -> bool {
    value.as_str().is_some_and(|version| version.starts_with("3.0."))
}

fn is_only_a_host(value: &Value) -> bool {
    let behind = value.as_str().and_then(|url| url.split_once("://"));
    behind.is_some_and(|(_, host)| !host.contains(['/', '?', '#']))
}

fn is_basis(value: &Value) -> bool {
    matches!(value.as_str(), Some("sample" | "assumed"))
}

fn are_statuses(value: &Value) -> bool {
    let is_status = |it: &Value| it.as_u64().is_some_and(|it| (100..600).contains(&it));
    value.as_array().is_some_and(|statuses| statuses.iter().all(is_status))
}
