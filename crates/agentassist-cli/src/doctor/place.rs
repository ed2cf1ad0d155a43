//! Where requests go, and for whom: the host, the account and the stream.

use url::{Host, Url};

use super::{Check, Verdict};

/// Looks at a host or base URL.
pub(crate) fn host(text: &str) -> Check {
    const CAUSE: &str = "host";
    let wrong =
        |message: &str, remedy: &str| Check::found(Verdict::BadSetting, CAUSE, message, remedy);
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let schemes = lower.matches("://").count();
    let bare = lower.rsplit("://").next().unwrap_or_default();
    let scheme = if lower.contains("http://") { "http" } else { "https" };
    let url = Url::parse(&format!("{scheme}://{bare}")).ok();
    let Some(host) = url.as_ref().and_then(Url::host) else {
        return wrong(
            "it is neither a host name nor a URL",
            "give something like platform.kore.ai",
        );
    };
    if schemes > 1 {
        return Check::found(
            Verdict::Warning,
            CAUSE,
            "the scheme stands there twice, as the vendor's pages lead to",
            format!("here it counts as one; elsewhere give {bare} alone"),
        );
    }
    if scheme == "http" && !is_this_machine(&host) {
        return wrong(
            "plain http would show the token to whoever is on the way",
            "use https, or no scheme at all",
        );
    }
    Check::good(CAUSE, format!("{scheme}://{bare}"))
}

fn is_this_machine(host: &Host<&str>) -> bool {
    match host {
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
        Host::Domain(name) => *name == "localhost" || name.ends_with(".localhost"),
    }
}

/// Looks at the account, which goes into the header `accountId`.
pub(crate) fn account(id: Option<&str>) -> Check {
    const CAUSE: &str = "account";
    match id {
        None => Check::found(
            Verdict::BadSetting,
            CAUSE,
            "no account is set: the header `accountId` is required",
            "give --account-id or AGENTASSIST_ACCOUNT_ID",
        ),
        Some(id) if id.starts_with("st-") => Check::found(
            Verdict::BadSetting,
            CAUSE,
            "the account begins with `st-`, as streams do",
            "exchange account and stream",
        ),
        Some(id) if !id.bytes().all(|byte| byte.is_ascii_graphic()) => Check::found(
            Verdict::BadSetting,
            CAUSE,
            "the account has characters that a header cannot carry",
            "copy it again, without blanks",
        ),
        Some(id) => Check::good(CAUSE, format!("header `accountId: {id}`")),
    }
}

/// Looks at the stream, which goes into the path.
pub(crate) fn stream(id: Option<&str>) -> Check {
    const CAUSE: &str = "stream";
    match id {
        None => Check::found(
            Verdict::BadSetting,
            CAUSE,
            "no stream is set: it is part of every path",
            "give --stream-id or AGENTASSIST_STREAM_ID",
        ),
        Some(id) if id.contains('/') || id.chars().any(char::is_control) => Check::found(
            Verdict::BadSetting,
            CAUSE,
            "the stream has a slash or a control character: it would address something else",
            "give the id alone, `st-…`",
        ),
        Some(id) if !id.starts_with("st-") => Check::found(
            Verdict::Warning,
            CAUSE,
            "the stream does not begin with `st-`, as every sample does",
            "check that it is the BotId or StreamId of the app's settings",
        ),
        Some(id) => Check::good(CAUSE, format!("{id} in every path")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_good_with_and_without_a_scheme() {
        for text in ["platform.kore.ai", "https://platform.kore.ai", "http://127.0.0.1:8080"] {
            assert_eq!(host(text).verdict, Verdict::Good, "{text}");
        }
    }

    #[test]
    fn each_trap_of_a_host_has_its_own_message() {
        let doubled = host("https://https://platform.kore.ai");
        assert_eq!(doubled.verdict, Verdict::Warning);
        assert!(doubled.message.contains("twice"), "{doubled:?}");
        assert!(host("http://platform.kore.ai").message.contains("plain http"));
        for text in ["", "ho st", "https://", "://", "é://"] {
            assert_eq!(host(text).verdict, Verdict::BadSetting, "{text}");
        }
    }

    #[test]
    fn account_and_stream_that_were_exchanged_are_noticed() {
        assert_eq!(account(Some("st-1")).verdict, Verdict::BadSetting);
        assert_eq!(stream(Some("65f7")).verdict, Verdict::Warning);
        assert_eq!(stream(Some("a/b")).verdict, Verdict::BadSetting);
        assert_eq!(account(None).verdict, Verdict::BadSetting);
        assert_eq!(stream(None).verdict, Verdict::BadSetting);
    }
}
