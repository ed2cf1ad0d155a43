//! Where a request goes: what the judge needs of a URL.

use std::borrow::Cow;
use std::net::Ipv4Addr;

use url::Url;

/// A URL, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address<'a> {
    /// It is one of HTTP, with TLS or without.
    pub(crate) is_of_http: bool,
    /// What tells servers apart: user info, the host, and a port unless it is the usual one.
    pub(crate) authority: Cow<'a, str>,
    pub(crate) host: Cow<'a, str>,
    /// The port, also where it is the usual one and not said.
    pub(crate) port: Option<u16>,
    pub(crate) path: Cow<'a, str>,
    /// The query, still encoded; empty where there is none.
    pub(crate) query: Cow<'a, str>,
}

impl<'a> Address<'a> {
    /// The address that a URL names, or what is wrong with it.
    pub(crate) fn read(text: &'a str) -> Result<Self, &'static str> {
        Self::plain(text).map_or_else(|| readable_url(text).map(|url| Self::of(&url)), Ok)
    }

    /// An address that borrows nothing.
    pub(crate) fn into_owned(self) -> Address<'static> {
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        Address {
            is_of_http: self.is_of_http,
            authority: owned(self.authority),
            host: owned(self.host),
            port: self.port,
            path: owned(self.path),
            query: owned(self.query),
        }
    }

    /// Takes a URL apart in which every part stands as it is meant, which nearly all do: nothing is
    /// in capitals that need not be, nothing is encoded but in the query, no segment has to be
    /// resolved. Nothing for any other.
    fn plain(text: &'a str) -> Option<Self> {
        let (usual_port, rest) = match text.strip_prefix("https://") {
            Some(rest) => (443, rest),
            None => (80, text.strip_prefix("http://")?),
        };
        let (authority, rest) = rest.split_at(rest.find('/')?);
        let (host, port) = match authority.split_once(':') {
            Some((host, port)) => (host, plain_port(port).filter(|port| *port != usual_port)?),
            None => (authority, usual_port),
        };
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let are = |text: &str, class: u8| {
            text.bytes().all(|byte| CLASSES[usize::from(byte)] & class != 0)
        };
        let is_plain = is_plain_host(host)
            && are(host, HOST)
            && are(path, PATH)
            && are(query, QUERY)
            && !path.contains("/.");
        is_plain.then_some(Self {
            is_of_http: true,
            authority: Cow::Borrowed(authority),
            host: Cow::Borrowed(host),
            port: Some(port),
            path: Cow::Borrowed(path),
            query: Cow::Borrowed(query),
        })
    }

    fn of(url: &Url) -> Self {
        let owned = |text: &str| Cow::Owned(text.to_owned());
        Self {
            is_of_http: matches!(url.scheme(), "http" | "https"),
            authority: owned(url.authority()),
            host: owned(url.host_str().unwrap_or_default()),
            port: url.port_or_known_default(),
            path: owned(url.path()),
            query: owned(url.query().unwrap_or_default()),
        }
    }
}

/// The URL of a request, or what is wrong with it.
pub(crate) fn readable_url(text: &str) -> Result<Url, &'static str> {
    let url = Url::parse(text).map_err(|_| "not an absolute URL")?;
    // The pages give the host with its scheme, for an address that has one already.
    let is_doubled = url.host_str().is_some_and(is_scheme) && url.path().starts_with("//");
    if is_doubled { Err("the scheme stands there twice") } else { Ok(url) }
}

fn is_scheme(host: &str) -> bool {
    matches!(host, "http" | "https")
}

/// Whether a host of plain characters means what it says: a name whose last label is no number, or
/// four numbers.
fn is_plain_host(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or_default();
    let is_name = last.starts_with(|letter: char| letter.is_ascii_lowercase());
    // Labels that begin like this are encoded, and can be wrong.
    (is_name && !host.contains("xn--") && !is_scheme(host)) || host.parse::<Ipv4Addr>().is_ok()
}

/// The port that a text is, written as it would be written anew.
fn plain_port(text: &str) -> Option<u16> {
    let is_plain = !text.starts_with(['0', '+']);
    text.parse().ok().filter(|_| is_plain)
}

const HOST: u8 = 1;
const PATH: u8 = 2;
const QUERY: u8 = 4;

/// Where each character stands for itself.
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        classes[byte as usize] = match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' => HOST | PATH | QUERY,
            b'A'..=b'Z' | b'_' | b'~' | b':' | b'@' | b'/' => PATH | QUERY,
            b'%' | b'&' | b'+' | b',' | b'=' => QUERY,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::streaming::tests::random::Random;

    /// What URLs are made of here: plain parts and others.
    const SCHEMES: &[&str] = &["https://", "http://", "HTTPS://", "ftp://", "http:", ""];
    const HOSTS: &[&str] = &[
        "platform.kore.ai",
        "h",
        "127.0.0.1",
        "Platform.Kore.ai",
        "127.1",
        "0x7f.1",
        "1.2.3.400",
        "http",
        "xn--a",
        "xn--nxasmq6b.com",
        "user@h",
        "a..b",
        "h.",
        ".",
        "-",
        "a_b",
        "[::1]",
        "\u{e9}",
        "h%41",
        "",
    ];
    const PORTS: &[&str] = &["", ":8080", ":443", ":80", ":08080", ":99999", ":", ":x"];
    const PIECES: &[&str] = &[
        "/",
        "/agentassist",
        "/st-1",
        "/a.b",
        "/A~_:@",
        "//",
        "/.",
        "/..",
        "/./",
        "/.x",
        "/%2e%2E/",
        "%2F",
        "\\",
        "?",
        "?skip=0",
        "&limit=10",
        "%41",
        "+",
        "'",
        "\"",
        "<",
        "|",
        "^",
        "{",
        "#",
        "#x",
        " ",
        "\t",
        "\u{e9}",
    ];

    #[test]
    fn what_is_taken_for_plain_means_what_the_standard_says() {
        let mut random = Random::new(11);
        let mut plain = 0;
        for _ in 0..100_000 {
            // The first of each is plain, and picked more often than the others.
            let parts = [SCHEMES, HOSTS, PORTS]
                .map(|parts| if random.once_in(2) { parts[0] } else { random.pick(parts) });
            let mut text = parts.concat();
            for _ in 0..random.below(5) {
                text.push_str(random.pick(PIECES));
            }
            if let Some(address) = Address::plain(&text) {
                plain += 1;
                let by_standard = readable_url(&text).map(|url| Address::of(&url));
                assert_eq!(Ok(address), by_standard, "{text}");
            }
        }
        assert!(plain > 1_000, "{plain}");
    }

    #[test]
    fn the_usual_urls_are_plain() {
        for text in [
            "https://platform.kore.ai/agentassist/api/v1/public/st-7dc9/contacts?skip=0&limit=10",
            "http://127.0.0.1:8080/agentassist/api/v1/public/st-1/campaign/contactList/cl_1",
            "http://localhost/x?name=a%20b+c",
        ] {
            assert!(Address::plain(text).is_some(), "{text}");
        }
    }

    #[test]
    fn any_other_url_is_read_by_the_standard() {
        let address = Address::read("HTTPS://Platform.Kore.AI:443/a/./b%2Fc?x=\u{e9}#y").unwrap();
        assert_eq!((&*address.host, &*address.authority), ("platform.kore.ai", "platform.kore.ai"));
        assert_eq!((&*address.path, &*address.query), ("/a/b%2Fc", "x=%C3%A9"));
        assert!(!Address::read("data:,x").unwrap().is_of_http);
    }

    #[test]
    fn a_url_that_cannot_be_meant_is_told_as_such() {
        assert_eq!(Address::read("/contacts"), Err("not an absolute URL"));
        for doubled in ["https://https://platform.kore.ai/x", "https://https//platform.kore.ai/x"] {
            assert_eq!(Address::read(doubled), Err("the scheme stands there twice"));
        }
    }
}
