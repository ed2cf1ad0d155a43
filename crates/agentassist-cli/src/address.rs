//! The address of an API, in whatever form of it a user has at hand.
//!
//! Whether it can be used is the client's to say: nothing is called good here that it refuses.

use agentassist_client::{AgentAssist, BuildError};
use url::Url;

/// A host or base URL that the client calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address(Url);

impl Address {
    /// Reads a host, a host with a port, or a URL.
    ///
    /// # Errors
    ///
    /// When the client refuses it. The error does not repeat it, as it may hold a password.
    pub(crate) fn of(text: &str) -> Result<Self, BuildError> {
        let asked = AgentAssist::builder().host(text).account_id("a").token("t").build();
        // What else a connection needs, such as TLS, is no matter of the address.
        if let Err(error @ (BuildError::Host { .. } | BuildError::PlainHttp)) = asked {
            return Err(error);
        }
        let (scheme, rest) = split(text);
        let scheme = if scheme.is_empty() { "https" } else { &scheme };
        let refused = |_| BuildError::Host { reason: "it is neither a host name nor a URL" };
        Url::parse(&format!("{scheme}://{rest}")).map(Self).map_err(refused)
    }

    /// The URL without a slash at its end, to which the path of an operation is appended.
    pub(crate) fn base(&self) -> &str {
        self.0.as_str().trim_end_matches('/')
    }

    /// Scheme, host and port: the base without its path.
    pub(crate) fn origin(&self) -> String {
        self.0.origin().ascii_serialization()
    }

    pub(crate) fn is_https(&self) -> bool {
        self.0.scheme() == "https"
    }
}

/// An address as short as it can be said: a scheme stands only where it is `http`, and once.
pub(crate) fn short(text: &str) -> String {
    match split(text) {
        (scheme, rest) if scheme.is_empty() || scheme == "https" => rest.to_owned(),
        (scheme, rest) => format!("{scheme}://{rest}"),
    }
}

/// Whether a scheme stands there more than once, as the vendor's pages lead to: `{{host}}` of
/// `https://{{host}}/…` is `https://platform.kore.ai` there.
pub(crate) fn is_doubled(text: &str) -> bool {
    text.matches("://").count() > 1
}

/// The innermost scheme in small letters, if there is one, and what follows it.
fn split(text: &str) -> (String, &str) {
    let text = text.trim().trim_end_matches('/');
    match text.rsplit_once("://") {
        None => (String::new(), text),
        Some((before, rest)) => {
            let scheme = before.rsplit(['/', ':']).next().unwrap_or_default();
            (scheme.to_ascii_lowercase(), rest)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_same_with_and_without_its_scheme() {
        for text in
            ["platform.kore.ai", "https://platform.kore.ai/", " HTTPS://https://platform.kore.ai"]
        {
            assert_eq!(short(text), "platform.kore.ai");
            assert_eq!(Address::of(text).unwrap().base(), "https://platform.kore.ai");
        }
        assert_eq!(short("http://127.0.0.1:80/"), "http://127.0.0.1:80");
        assert_eq!(short("ftp://h"), "ftp://h");
    }

    #[test]
    fn a_base_path_is_part_of_the_base_and_not_of_the_origin() {
        let address = Address::of("gateway:8443/kore/").unwrap();
        assert_eq!(address.base(), "https://gateway:8443/kore");
        assert_eq!(address.origin(), "https://gateway:8443");
        let here = Address::of("http://127.0.0.1:8080/").unwrap();
        assert_eq!((here.base(), here.is_https()), ("http://127.0.0.1:8080", false));
    }

    #[test]
    fn what_the_client_refuses_is_refused_without_repeating_it() {
        for text in [
            "https://u:s3cr3t@h",
            "http://s3cr3t.example",
            "ftp://s3cr3t",
            "h?s3cr3t",
            "h#s3cr3t",
            "",
            "ho st",
            "https://",
            "://",
            "é://",
        ] {
            let problem = Address::of(text).unwrap_err().to_string();
            assert!(!problem.contains("s3cr3t"), "{problem}");
        }
    }
}
