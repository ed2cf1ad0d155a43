//! A host whose traffic is meant, as somebody names it.

use std::fmt;
use std::net::Ipv6Addr;
use std::str::FromStr;

use url::Url;

use crate::address::Address;

/// A host, with or without a port: `platform.kore.ai`, `localhost:8080`, `https://platform.kore.ai`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Host {
    /// As URLs have it: in small letters, an address of IPv6 in brackets.
    name: String,
    port: Option<u16>,
}

/// Why a text names no host.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HostError {
    /// It is none.
    #[error("is no host: give something like platform.kore.ai or localhost:8080")]
    NoHost,
    /// It stands for several.
    #[error("holds a `*`, which stands for nothing here: name each host in full")]
    Pattern,
    /// It is an address of something else than HTTP.
    #[error("has a scheme that is neither https nor http")]
    Scheme,
    /// It has more than a host and a port.
    #[error("has more than a host and a port: leave out path, query and user")]
    More,
}

impl Host {
    /// Whether an address leads to it.
    pub(crate) fn is_of(&self, address: &Address<'_>) -> bool {
        without_dot(&address.host) == self.name
            && (self.port.is_none() || self.port == address.port)
    }

    /// Whether a text that is no URL names it.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        text.to_ascii_lowercase().contains(&self.name)
    }
}

impl FromStr for Host {
    type Err = HostError;

    fn from_str(text: &str) -> Result<Self, HostError> {
        if text.contains('*') {
            return Err(HostError::Pattern);
        }
        let (scheme, rest) = text.trim().split_once("://").unwrap_or(("https", text.trim()));
        if !["https", "http"].iter().any(|known| known.eq_ignore_ascii_case(scheme)) {
            return Err(HostError::Scheme);
        }
        let is_bare_address = rest.parse::<Ipv6Addr>().is_ok();
        let rest = if is_bare_address { format!("[{rest}]") } else { rest.to_owned() };
        // Each of them forgets one port that is given, as its own.
        let parse = |scheme: &str| Url::parse(&format!("{scheme}://{rest}"));
        let (Ok(url), Ok(other)) = (parse("https"), parse("http")) else {
            return Err(HostError::NoHost);
        };
        let is_more = !url.username().is_empty()
            || url.password().is_some()
            || url.path() != "/"
            || url.query().is_some()
            || url.fragment().is_some();
        match url.host_str().map(without_dot) {
            None | Some("") => Err(HostError::NoHost),
            Some(_) if is_more => Err(HostError::More),
            Some(name) => Ok(Self { name: name.to_owned(), port: url.port().or(other.port()) }),
        }
    }
}

/// A name with a dot behind it is the same name.
fn without_dot(host: &str) -> &str {
    host.strip_suffix('.').unwrap_or(host)
}

impl fmt::Display for Host {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.name)?;
        self.port.map_or(Ok(()), |port| write!(formatter, ":{port}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_of(host: &str, url: &str) -> bool {
        host.parse::<Host>().unwrap().is_of(&Address::read(url).unwrap())
    }

    #[test]
    fn a_host_is_understood_however_it_is_written() {
        for host in [
            "platform.kore.ai",
            "Platform.Kore.AI",
            "platform.kore.ai.",
            "platform.kore.ai:443",
            "https://platform.kore.ai",
            "https://platform.kore.ai/",
            "HTTP://platform.kore.ai:443",
        ] {
            assert!(is_of(host, "https://platform.kore.ai/x"), "{host}");
            assert!(!is_of(host, "https://kore.ai/x"), "{host}");
        }
        for host in ["::1", "[::1]", "[::1]:8080", "http://[::1]:8080"] {
            assert!(is_of(host, "http://[::1]:8080/"), "{host}");
        }
        assert!(is_of("bücher.example", "https://xn--bcher-kva.example/"));
    }

    #[test]
    fn a_port_that_is_named_is_the_one_that_counts() {
        assert!(is_of("h", "http://h:8080/") && is_of("h:8080", "http://h:8080/"));
        assert!(is_of("h:80", "http://h/") && !is_of("h:80", "https://h/"));
        assert!(!is_of("h:8080", "http://h:9090/"));
        assert_eq!("http://H:80/".parse::<Host>().unwrap().to_string(), "h:80");
    }

    #[test]
    fn what_names_no_host_is_refused() {
        for (text, problem) in [
            ("*.kore.ai", HostError::Pattern),
            ("ftp://h", HostError::Scheme),
            ("h/path", HostError::More),
            ("u:s3cr3t@h", HostError::More),
            ("h?q", HostError::More),
            ("", HostError::NoHost),
            ("https://", HostError::NoHost),
            ("h:port", HostError::NoHost),
            ("a b", HostError::NoHost),
        ] {
            assert_eq!(text.parse::<Host>(), Err(problem), "{text}");
        }
    }
}
