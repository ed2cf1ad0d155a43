//! Where requests go, and for whom: the host, the account and the stream.

use agentassist_client::BuildError;
use agentassist_client::generated::types::StreamId;

use super::{Check, Verdict};
use crate::address::{self, Address};

/// Looks at a host or base URL as the client does. One that it refuses is not repeated: it may hold
/// a password.
pub(crate) fn host(text: &str) -> Check {
    const CAUSE: &str = "host";
    let wrong =
        |message: &str, remedy: &str| Check::found(Verdict::BadSetting, CAUSE, message, remedy);
    let address = match Address::of(text) {
        Ok(address) => address,
        Err(BuildError::PlainHttp) => {
            return wrong(
                "plain http would show the token to whoever is on the way",
                "use https, or no scheme at all",
            );
        }
        Err(error) => {
            let reason = match &error {
                BuildError::Host { reason } => (*reason).to_owned(),
                other => other.to_string(),
            };
            return wrong(&reason, "give something like platform.kore.ai");
        }
    };
    if address::is_doubled(text) {
        return Check::found(
            Verdict::Warning,
            CAUSE,
            "the scheme stands there twice, as the vendor's pages lead to",
            format!("here it counts as one; elsewhere give {} alone", address::short(text)),
        );
    }
    Check::good(CAUSE, address.base())
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
            "swap account and stream",
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
        Some(id) if StreamId::try_from(id).is_err() => Check::found(
            Verdict::BadSetting,
            CAUSE,
            "the stream is a dot segment, or has a slash or a control character: it would address \
             something else",
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
        for text in
            ["", "ho st", "https://", "://", "é://", "u:s3cr3t@h", "h?s3cr3t", "h#x", "ftp://h"]
        {
            let check = host(text);
            assert_eq!(check.verdict, Verdict::BadSetting, "{text}");
            assert!(!format!("{check:?}").contains("s3cr3t"), "{check:?}");
        }
    }

    #[test]
    fn account_and_stream_that_were_exchanged_are_noticed() {
        assert_eq!(account(Some("st-1")).verdict, Verdict::BadSetting);
        assert_eq!(stream(Some("65f7")).verdict, Verdict::Warning);
        for id in ["a/b", "..", "a\n"] {
            assert_eq!(stream(Some(id)).verdict, Verdict::BadSetting);
        }
        assert_eq!(account(None).verdict, Verdict::BadSetting);
        assert_eq!(stream(None).verdict, Verdict::BadSetting);
    }
}
