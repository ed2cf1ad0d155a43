//! Reads `Retry-After`, which is a number of seconds or a date.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, NaiveDateTime, Utc};
use reqwest::header::{DATE, HeaderMap, HeaderName, RETRY_AFTER};

/// How long the API asks to wait, if it does.
///
/// A date is held against the answer's own `Date`, so that a wrong clock here does no harm; only
/// an answer without one is held against `now`. A date that has passed asks for no wait.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = parse_date(text)?;
    let from = date(headers, &DATE).unwrap_or_else(|| DateTime::<Utc>::from(now));
    Some((until - from).to_std().unwrap_or_default())
}

fn date(headers: &HeaderMap, name: &HeaderName) -> Option<DateTime<Utc>> {
    parse_date(headers.get(name)?.to_str().ok()?)
}

/// Reads the form of dates that HTTP demands of senders today, or one of the two that it had before
/// and that whoever receives them still has to understand.
fn parse_date(text: &str) -> Option<DateTime<Utc>> {
    const FORMER: [&str; 2] = ["%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"];
    let former = || {
        let read = |form| NaiveDateTime::parse_from_str(text, form).ok();
        FORMER.iter().find_map(|form| read(form)).map(|date| date.and_utc())
    };
    let date = DateTime::parse_from_rfc2822(text).ok().map(|date| date.with_timezone(&Utc));
    date.or_else(former)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 1994-11-06 08:49:37 UTC.
    fn now() -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777)
    }

    fn wait(fields: &[(HeaderName, &'static str)]) -> Option<Duration> {
        let headers = fields.iter().map(|(name, value)| (name.clone(), value.parse().unwrap()));
        retry_after(&headers.collect(), now())
    }

    #[test]
    fn seconds_are_seconds() {
        assert_eq!(wait(&[(RETRY_AFTER, "7")]), Some(Duration::from_secs(7)));
        assert_eq!(wait(&[(RETRY_AFTER, "0")]), Some(Duration::ZERO));
    }

    #[test]
    fn a_date_is_held_against_the_clock() {
        for date in [
            "Sun, 06 Nov 1994 08:50:07 GMT",
            "Sunday, 06-Nov-94 08:50:07 GMT",
            "Sun Nov  6 08:50:07 1994",
        ] {
            assert_eq!(wait(&[(RETRY_AFTER, date)]), Some(Duration::from_secs(30)), "{date}");
        }
    }

    #[test]
    fn a_date_is_rather_held_against_the_date_of_the_answer() {
        let fields = [
            (RETRY_AFTER, "Sun, 06 Nov 1994 09:00:10 GMT"),
            (DATE, "Sun, 06 Nov 1994 09:00:00 GMT"),
        ];
        assert_eq!(wait(&fields), Some(Duration::from_secs(10)));
    }

    #[test]
    fn a_date_that_has_passed_asks_for_no_wait() {
        let date = "Sun, 06 Nov 1994 08:00:00 GMT";
        assert_eq!(wait(&[(RETRY_AFTER, date)]), Some(Duration::ZERO));
    }

    #[test]
    fn what_is_neither_asks_for_nothing() {
        for text in ["", "soon", "-1", "1.5", "99999999999999999999999"] {
            assert_eq!(wait(&[(RETRY_AFTER, text)]), None, "{text}");
        }
        assert_eq!(wait(&[]), None);
    }
}
