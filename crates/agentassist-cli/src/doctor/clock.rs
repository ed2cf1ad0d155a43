//! The clock of this machine, which tokens are stamped by.

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};

use super::claims::span;
use super::{Check, Verdict};

const CAUSE: &str = "clock";
/// Two clocks differ by so much because answers take their time, and dates have no fractions.
const LEEWAY: TimeDelta = TimeDelta::seconds(10);

/// Looks at the clock beside that of the API, if an answer has told it.
pub(crate) fn clock(here: DateTime<Utc>, there: Option<DateTime<Utc>>) -> Check {
    let says = format!("this machine says {}", here.to_rfc3339_opts(SecondsFormat::Secs, true));
    let Some(there) = there else {
        return Check::good(
            CAUSE,
            format!("{says}, which the claims were compared with; the API's clock is not known"),
        );
    };
    let ahead = here - there;
    #[expect(clippy::cast_precision_loss, reason = "a difference of clocks is not that long")]
    let difference = span(ahead.abs().num_seconds() as f64);
    if ahead.abs() <= LEEWAY {
        return Check::good(CAUSE, format!("{says}, within {difference} of the API's clock"));
    }
    let direction = if ahead > TimeDelta::zero() { "ahead of" } else { "behind" };
    Check::found(
        Verdict::Warning,
        CAUSE,
        format!("{says}, {difference} {direction} the API's clock"),
        "set this machine's clock: tokens that are signed here are stamped by it",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_held_against_that_of_the_api() {
        let here: DateTime<Utc> = "2026-02-01T12:00:00Z".parse().unwrap();
        let found = |seconds| {
            let check = clock(here, Some(here + TimeDelta::seconds(seconds)));
            (check.verdict, check.message)
        };
        let says = "this machine says 2026-02-01T12:00:00Z";
        assert_eq!(found(2), (Verdict::Good, format!("{says}, within 2 s of the API's clock")));
        assert_eq!(
            found(200),
            (Verdict::Warning, format!("{says}, 3 min 20 s behind the API's clock"))
        );
        assert_eq!(
            found(-11),
            (Verdict::Warning, format!("{says}, 11 s ahead of the API's clock"))
        );
        assert!(clock(here, None).message.ends_with("the API's clock is not known"));
    }
}
