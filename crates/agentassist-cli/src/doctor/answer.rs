//! What became of a call.

use super::{Check, Verdict};
use crate::exit::Failure;
use crate::output;

const CAUSE: &str = "call";

/// The API answered as it should.
pub(crate) fn accepted() -> Check {
    Check::good(CAUSE, "the API answered listContacts: the scope Configuration is there")
}

/// The call did not come to a good end.
pub(crate) fn failed(failure: &Failure) -> Check {
    let message = output::chain(failure);
    if failure.is_unauthorized() {
        return Check::found(
            Verdict::Unauthorized,
            CAUSE,
            message,
            "what can be told from here is right: look at the app's scopes, whether it was \
             published since, and whether account, stream and app belong together",
        );
    }
    Check { cause: CAUSE, verdict: Verdict::Failed, message, remedy: None }
}
