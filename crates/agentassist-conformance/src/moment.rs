//! A point in time, as RFC 3339 writes it.

use std::fmt;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

/// A point in time: seconds since 1970 in UTC, and nanoseconds.
///
/// Twelve bytes, so that one with the number of an exchange takes sixteen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[repr(Rust, packed(4))]
pub(crate) struct Moment(i64, u32);

/// Minutes in a day.
const DAY: i64 = 24 * 60;

/// The days of each month, and those before it in a year that begins in March, so that the odd day
/// comes last.
const MONTHS: [(u8, i64); 12] = [
    (31, 306),
    (28, 337),
    (31, 0),
    (30, 31),
    (31, 61),
    (30, 92),
    (31, 122),
    (31, 153),
    (30, 184),
    (31, 214),
    (30, 245),
    (31, 275),
];

impl Moment {
    /// Reads a date and time as RFC 3339 has it: `2026-01-09T05:20:39.374Z`, with any offset.
    ///
    /// A leap second is allowed where the last minute of a day in UTC is, on any day; the letters
    /// `T` and `Z` may be small; a fraction has any number of digits, but at least one.
    #[inline]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (century, rest) = text.as_bytes().split_first_chunk()?;
        let (date, rest) = rest.split_first_chunk()?;
        let [b'T' | b't', rest @ ..] = rest else { return None };
        let (time, rest) = rest.split_first_chunk()?;
        let day = day(number(*century)?, numbers(*date, b'-')?)?;
        let [hour, minute, second] = numbers(*time, b':')?;
        let (nanos, rest) = fraction(rest)?;
        let offset = match *rest {
            [b'Z' | b'z'] => 0,
            [b'+', h1, h2, b':', m1, m2] => minute_of_day(number([h1, h2])?, number([m1, m2])?)?,
            [b'-', h1, h2, b':', m1, m2] => -minute_of_day(number([h1, h2])?, number([m1, m2])?)?,
            _ => return None,
        };
        let minute = day * DAY + minute_of_day(hour, minute)? - offset;
        let is_second = second < 60 || (second == 60 && minute.rem_euclid(DAY) == DAY - 1);
        is_second.then_some(Self(minute * 60 + i64::from(second), nanos))
    }
}

impl Moment {
    /// The point in time that a clock shows; the beginning of 1970 for any before it.
    pub(crate) fn of(time: SystemTime) -> Self {
        let since = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        Self(i64::try_from(since.as_secs()).unwrap_or(i64::MAX), since.subsec_nanos())
    }

    /// Whole milliseconds since 1970.
    pub(crate) fn milliseconds(self) -> i64 {
        self.0.saturating_mul(1000).saturating_add(i64::from(self.1 / 1_000_000))
    }
}

impl fmt::Display for Moment {
    /// As RFC 3339 writes it, in UTC and by the millisecond.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (day, second) = (self.0.div_euclid(DAY * 60), self.0.rem_euclid(DAY * 60));
        // Eras of 400 years that begin with a first of March.
        let day = day + 719_468;
        let (era, day) = (day.div_euclid(146_097), day.rem_euclid(146_097));
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = era * 400 + year + i64::from(month < 3);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        let milli = self.1 / 1_000_000;
        write!(
            formatter,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z"
        )
    }
}

/// The nanoseconds of a fraction, of which what is smaller is left out, and what follows it.
#[inline]
fn fraction(text: &[u8]) -> Option<(u32, &[u8])> {
    let [b'.', rest @ ..] = text else { return Some((0, text)) };
    let (mut nanos, mut unit, mut rest) = (0, 100_000_000, rest);
    while let [digit @ b'0'..=b'9', behind @ ..] = rest {
        nanos += u32::from(digit - b'0') * unit;
        unit /= 10;
        rest = behind;
    }
    // A fraction is not empty.
    (unit < 100_000_000).then_some((nanos, rest))
}

/// Days since 1970-01-01 to a date, of which the first two digits of the year stand apart.
fn day(century: u8, [year, month, day]: [u8; 3]) -> Option<i64> {
    /// From 400 years before 0000-03-01, so that no year is negative, to 1970-01-01.
    const BEGIN: i64 = 146_097 + 719_468;

    let is_leap_year = if year == 0 { century } else { year }.is_multiple_of(4);
    let (length, days_before) = *MONTHS.get(usize::from(month).checked_sub(1)?)?;
    let length = if month == 2 { length + u8::from(is_leap_year) } else { length };
    if day == 0 || day > length {
        return None;
    }
    let year = 400 + u32::from(century) * 100 + u32::from(year) - u32::from(month < 3);
    let leap_days = year / 4 - year / 100 + year / 400;
    let days = i64::from(year * 365 + leap_days) + days_before + i64::from(day) - 1;
    Some(days - BEGIN)
}

fn minute_of_day(hour: u8, minute: u8) -> Option<i64> {
    (hour < 24 && minute < 60).then_some(i64::from(hour) * 60 + i64::from(minute))
}

/// A number of two digits.
fn number(digits: [u8; 2]) -> Option<u8> {
    let [tens, ones] = digits.map(|digit| digit.wrapping_sub(b'0'));
    (tens < 10 && ones < 10).then(|| tens * 10 + ones)
}

/// Three numbers of two digits each with separators between them, all at once: each byte of a word
/// is a digit.
#[inline]
fn numbers(text: [u8; 8], separator: u8) -> Option<[u8; 3]> {
    const HIGHEST: u64 = u64::from_le_bytes([0x80; 8]);
    /// What makes the highest bit of more than nine, and of a separator that is none.
    const WRONG: u64 = u64::from_le_bytes([0x76, 0x76, 0x7f, 0x76, 0x76, 0x7f, 0x76, 0x76]);

    let zeros = [b'0', b'0', separator, b'0', b'0', separator, b'0', b'0'];
    // A digit becomes its value, and a separator nothing.
    let digits = u64::from_le_bytes(text) ^ u64::from_le_bytes(zeros);
    if (digits | digits.wrapping_add(WRONG)) & HIGHEST != 0 {
        return None;
    }
    let [first, _, _, second, _, _, third, _] = (digits * 10 + (digits >> 8)).to_le_bytes();
    Some([first, second, third])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    #[test]
    fn times_are_counted_from_1970() {
        assert_eq!(at("1970-01-01T00:00:00Z"), Moment(0, 0));
        assert_eq!(at("2024-02-29T12:00:00.5Z"), Moment(1_709_208_000, 500_000_000));
        assert_eq!(at("2026-01-26T10:00:00.000Z"), Moment(1_769_421_600, 0));
    }

    #[test]
    fn a_point_in_time_is_written_as_it_is_read() {
        for text in [
            "1970-01-01T00:00:00.000Z",
            "1999-12-31T23:59:59.999Z",
            "2000-02-29T00:00:00.001Z",
            "2024-03-01T12:34:56.789Z",
            "2026-01-26T10:00:00.000Z",
            "0001-01-01T00:00:00.000Z",
        ] {
            assert_eq!(at(text).to_string(), text);
        }
        for day in 0..200_000 {
            let moment = Moment(day * 86_400, 0);
            assert_eq!(at(&moment.to_string()), moment);
        }
    }

    #[test]
    fn a_clock_shows_a_point_in_time() {
        let time = SystemTime::UNIX_EPOCH + std::time::Duration::from_millis(1_769_421_600_007);
        assert_eq!(Moment::of(time), at("2026-01-26T10:00:00.007Z"));
        assert_eq!(Moment::of(time).milliseconds(), 1_769_421_600_007);
        assert_eq!(at("1969-12-31T23:59:59.250Z").milliseconds(), -750);
    }

    #[test]
    fn an_offset_is_taken_into_account() {
        assert_eq!(at("2026-01-09T05:30:00+05:30"), at("2026-01-09T00:00:00Z"));
        assert_eq!(at("2025-12-31T23:00:00-01:30"), at("2026-01-01T00:30:00Z"));
    }

    #[test]
    fn a_fraction_counts_up_to_its_ninth_digit() {
        assert!(at("2026-01-09T00:00:00.001Z") > at("2026-01-09T00:00:00Z"));
        assert_eq!(at("1970-01-01T00:00:00.1234567899Z"), Moment(0, 123_456_789));
    }

    #[test]
    fn dates_and_times_of_rfc_3339_are_allowed() {
        for text in [
            "2026-01-09T05:20:39.374Z",
            "2024-06-28t05:24:07z",
            "0000-01-01T00:00:00-00:00",
            "2000-02-29T23:59:59.9+23:59",
            "2026-01-09T05:20:39.1234567890123456789012345Z",
        ] {
            assert!(Moment::parse(text).is_some(), "{text}");
        }
    }

    #[test]
    fn what_no_calendar_and_no_clock_shows_is_refused() {
        for text in [
            "2023-02-29T00:00:00Z",
            "1900-02-29T00:00:00Z",
            "2026-04-31T00:00:00Z",
            "2026-00-10T00:00:00Z",
            "2026-13-10T00:00:00Z",
            "2026-01-00T00:00:00Z",
            "2026-01-09T24:00:00Z",
            "2026-01-09T05:60:00Z",
            "2026-01-09T05:20:39+24:00",
            "2026-01-09T05:20:39+23:60",
        ] {
            assert!(Moment::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn anything_written_otherwise_is_refused() {
        for text in [
            "",
            "2026-01-09",
            "2026-01-09T",
            "2026-01-09 05:20:39Z",
            "2026-1-9T5:20:39Z",
            "2026-01-09T05:20:39",
            "2026-01-09T05:20:39.Z",
            "2026-01-09T05:20:39,5Z",
            "2026-01-09T05:20:39+0100",
            "2026-01-09T05:20:39+01",
            "2026-01-09T05:20:39ZZ",
            "2026-01-09T05:20:39Z\n",
            "2026-01-09T05:20:0-Z",
            "2026-01-09T05:20:-0Z",
            "2026-01-09T०५:20:39Z",
            "2026-01-0\u{e9}T05:20:39Z",
            "++++-++-++T++:++:++Z",
        ] {
            assert!(Moment::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_leap_second_ends_a_day_in_utc() {
        for text in
            ["2016-12-31T23:59:60.5Z", "2017-01-01T00:59:60+01:00", "2016-12-31T18:29:60-05:30"]
        {
            assert!(Moment::parse(text).is_some(), "{text}");
        }
        for text in [
            "2016-12-31T23:59:61Z",
            "2016-12-31T22:59:60Z",
            "2016-12-31T23:59:60+00:01",
            "2016-12-31T23:58:60Z",
        ] {
            assert!(Moment::parse(text).is_none(), "{text}");
        }
    }
}
