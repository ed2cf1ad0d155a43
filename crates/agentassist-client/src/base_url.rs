//! The address of the API, from whatever form of it a user has at hand.

use url::{Host, Url};

use crate::error::BuildError;

/// A base URL without a slash at its end, to which the path of an operation is appended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BaseUrl {
    text: String,
    is_this_machine: bool,
}

impl BaseUrl {
    /// Reads a host, a host with a port, or a URL.
    pub(crate) fn parse(text: &str, plain_http: bool) -> Result<Self, BuildError> {
        let refused = |reason| BuildError::Host { reason };
        let (scheme, rest) = split_scheme(text.trim());
        if rest.contains("://") {
            return Err(refused("its scheme is neither https nor http"));
        }
        let url = Url::parse(&format!("{scheme}://{rest}"))
            .map_err(|_| refused("it is neither a host name nor a URL"))?;
        let host = url.host().ok_or_else(|| refused("it names no host"))?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(refused("it holds a user name or a password, which the API does not take"));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(refused("it holds a query or a fragment"));
        }
        let is_this_machine = is_this_machine(&host);
        if scheme == "http" && !plain_http && !is_this_machine {
            return Err(BuildError::PlainHttp);
        }
        Ok(Self { text: url.as_str().trim_end_matches('/').to_owned(), is_this_machine })
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn is_https(&self) -> bool {
        self.text.starts_with("https://")
    }

    /// Whether it is this machine, as far as its name tells.
    pub(crate) fn is_this_machine(&self) -> bool {
        self.is_this_machine
    }
}

/// Splits off the scheme, however often it stands there; the innermost one is the user's.
///
/// The vendor's pages give `https://platform.kore.ai` for the `{{host}}` of `https://{{host}}/…`.
fn split_scheme(text: &str) -> (&'static str, &str) {
    let (mut scheme, mut rest) = ("https", text);
    loop {
        if let Some(stripped) = strip_prefix_ignoring_case(rest, "https://") {
            (scheme, rest) = ("https", stripped);
        } else if let Some(stripped) = strip_prefix_ignoring_case(rest, "http://") {
            (scheme, rest) = ("http", stripped);
        } else {
            return (scheme, rest);
        }
    }
}

fn strip_prefix_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let start = text.get(..prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

fn is_this_machine(host: &Host<&str>) -> bool {
    match host {
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
        Host::Domain(name) => *name == "localhost" || name.ends_with(".localhost"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<String, String> {
        match BaseUrl::parse(text, false) {
            Ok(base_url) => Ok(base_url.as_str().to_owned()),
            Err(error) => Err(error.to_string()),
        }
    }

    #[test]
    fn a_host_works_with_and_without_a_scheme() {
        for text in [
            "platform.kore.ai",
            "https://platform.kore.ai",
            "https://platform.kore.ai/",
            "HTTPS://Platform.Kore.ai",
            "https://https://platform.kore.ai",
            " platform.kore.ai ",
        ] {
            assert_eq!(parse(text).as_deref(), Ok("https://platform.kore.ai"), "{text}");
        }
    }

    #[test]
    fn a_port_and_a_base_path_are_kept() {
        assert_eq!(parse("gateway:8443/kore/").as_deref(), Ok("https://gateway:8443/kore"));
    }

    #[test]
    fn plain_http_is_for_this_machine_only() {
        for text in ["http://127.0.0.1:80801/", "http://example.com"] {
            assert!(parse(text).is_err(), "{text}");
        }
        assert_eq!(parse("http://127.0.0.1:8080").as_deref(), Ok("http://127.0.0.1:8080"));
        assert_eq!(parse("http://[::1]:8080").as_deref(), Ok("http://[::1]:8080"));
        assert_eq!(parse("http://localhost:8080").as_deref(), Ok("http://localhost:8080"));
        assert!(BaseUrl::parse("http://example.com", true).is_ok());
    }

    #[test]
    fn what_is_no_address_is_refused_with_the_reason() {
        assert_eq!(
            parse("https://user:word@platform.kore.ai").unwrap_err(),
            "`host` cannot be used: it holds a user name or a password, which the API does not \
             take; give something like `platform.kore.ai`"
        );
        for text in ["", "https://", "h?x=1", "h#x", "ho st", "ftp://h"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
