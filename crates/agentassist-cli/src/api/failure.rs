//! From the client's errors to situations with an exit code.

use std::error::Error as _;

use agentassist_client::{
    BuildError, DecodeProblem, Error, ListingFault, Phase, TokenError, UnauthorizedCause,
};

use crate::exit::Failure;
use crate::outcome::Situation;

/// What the message of a refusal ends with.
pub(crate) const ASK_THE_DOCTOR: &str = "; run `agentassist auth doctor`";

/// The failure of a call to a host.
pub(super) fn of_call(error: &Error, host: &str) -> Failure {
    let situation = match error {
        Error::InvalidRequest { problem, .. } => {
            return Failure::Usage(problem.replace("`stream_id`", &places("stream_id")));
        }
        Error::Token { .. } | Error::Unauthorized { .. } => Situation::Unauthorized,
        Error::Connect { .. } | Error::Timeout { .. } | Error::Interrupted { .. } => {
            Situation::Unreachable
        }
        Error::RateLimited { .. } => Situation::RateLimited,
        error if error.is_missing() => Situation::NotFound,
        Error::Listing(ListingFault::Incomplete { .. }) => Situation::Partial,
        _ => Situation::Refused,
    };
    let mut what = told(error, host);
    let mut source = error.source();
    while let Some(cause) = source {
        let cause_told = cause.to_string();
        // Some errors are no more than what led to them.
        if !cause.is::<TokenError>() && !what.ends_with(&cause_told) {
            what.push_str(": ");
            what.push_str(&cause_told);
        }
        source = cause.source();
    }
    if let Some(doubt) = doubt(error)
        && !what.contains("may have had effect")
    {
        what.push_str(doubt);
    }
    if what.contains("tunnel error") {
        what.push_str("; between here and there is the proxy that HTTPS_PROXY or ALL_PROXY names");
    }
    if let Some(remedy) = remedy(error) {
        what.push_str(remedy);
    }
    situation.because(what).into()
}

/// What may have become of a call that failed, where it writes and nothing has told of it yet. What
/// became of each contact of a bulk deletion is told one by one.
fn doubt(error: &Error) -> Option<&'static str> {
    let call = error.call()?;
    match call.doubtful {
        _ if !error.may_have_had_effect() || call.operation == "bulkDeleteContacts" => None,
        true => Some("; an earlier attempt may have had its effect"),
        false => Some("; it may have had effect"),
    }
}

/// What happened. Where the client's own message is for those who write a program with it, another
/// one.
fn told(error: &Error, host: &str) -> String {
    match error {
        Error::TooLarge { call, limit } => {
            format!("{call}: the answer is over {limit} bytes: is the target that of the API?")
        }
        Error::Token { call, .. } => format!("{call}: there is no token to send"),
        Error::Unauthorized { call, answer, cause: UnauthorizedCause::Replay } => {
            format!("{call}: unauthorized{answer}: the app takes each token once")
        }
        // A 400 that speaks of something missing is the API's own.
        Error::NotFound { answer, .. } if answer.status != 400 && !error.is_missing() => {
            format!("{error}: is the target that of the API?")
        }
        Error::UnexpectedStatus { call, answer } if (200..300).contains(&answer.status) => {
            format!("{call}: an unexpected answer{answer}")
        }
        Error::Undecodable { call, answer, source }
            if source.problem == DecodeProblem::NotShown =>
        {
            format!("{call}{answer}: {source}")
        }
        Error::Connect { call, cause, .. } => {
            let cause = cause.to_string().replace("`root_certificate`", &places("ca_file"));
            format!("{call}: {host} cannot be reached: {cause}")
        }
        Error::Timeout { call, phase: Phase::Answer, limit } => {
            let seconds = limit.as_secs();
            let doubt = if error.may_have_had_effect() { ": it may have had effect" } else { "" };
            format!("{call}: {host} did not answer within {seconds} s{doubt}")
        }
        Error::FailureInSuccess { call, answer } => {
            let message = answer.message.as_ref().map(|message| format!(": {message}"));
            let (status, message) = (answer.status, message.unwrap_or_default());
            format!("{call}: the API answered {status} but reported a failure{message}")
        }
        error => error.to_string(),
    }
}

impl From<BuildError> for Failure {
    /// A setting that no client can be made with, by the names that it has on a command line.
    fn from(error: BuildError) -> Self {
        Self::Usage(match error {
            BuildError::Missing { setting } => format!("{} is needed", places(setting)),
            BuildError::NotAHeaderValue { setting } => {
                format!("{} is empty, or has characters that no header may have", places(setting))
            }
            BuildError::Host { reason } => format!(
                "{} cannot be used, {reason}: give something like platform.kore.ai",
                places("target")
            ),
            BuildError::PlainHttp => "the target is another machine by plain http, which shows \
                                      the token to whoever is on the way: give an https:// \
                                      address, or lead a tunnel there from a port of this machine \
                                      and give http://127.0.0.1:PORT"
                .to_owned(),
            // What the machine lacks is no mistake of the command line.
            error => return Self::outside("the client cannot be set up", error),
        })
    }
}

/// Where a setting of the client comes from.
pub(super) fn places(setting: &str) -> String {
    let (flag, variable) = (setting.replace('_', "-"), setting.to_ascii_uppercase());
    format!("--{flag} (or AGENTASSIST_{variable}, or `{setting}` in the profile)")
}

/// What to do about it on a command line.
fn remedy(error: &Error) -> Option<&'static str> {
    match error {
        Error::Unauthorized { cause: UnauthorizedCause::Replay, .. } => {
            Some("; give the client secret and --single-use-tokens")
        }
        Error::Unauthorized { .. } => Some(ASK_THE_DOCTOR),
        Error::Listing(ListingFault::Incomplete { .. }) => Some(" with --accept-gaps"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use agentassist_client::AgentAssist;

    use super::*;

    /// Nobody answers, and time passes at once: the clock jumps to the next timer.
    #[tokio::test(start_paused = true)]
    async fn a_host_that_does_not_answer_in_time_is_named() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let host = format!("http://{}", listener.local_addr().unwrap());
        let builder = AgentAssist::builder().host(&host).account_id("a").stream_id("st-1");
        let api = builder.token("s3cr3t").build().unwrap();
        let told = |error: &Error| of_call(error, "HOST").to_string();
        let listed = api.contacts().list().page().await.unwrap_err();
        insta::assert_snapshot!(told(&listed), @"listContacts (4 attempts): HOST did not answer within 30 s");
        let deletion = api.contacts().delete_many(["1"]).await.unwrap();
        insta::assert_snapshot!(told(deletion.error().unwrap()), @"bulkDeleteContacts: HOST did not answer within 30 s: it may have had effect");
    }
}
