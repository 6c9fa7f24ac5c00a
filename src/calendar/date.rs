//! Dates as people write them in a configuration: `2026-12-24`.

use crate::config::Node;
use chrono::{Datelike, NaiveDate};

/// Whether a text has the form of a date, be there such a day or not.
pub(crate) fn written_as_date(text: &str) -> bool {
    let digit_or_dash = |(place, byte): (usize, u8)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    text.len() == 10 && text.bytes().enumerate().all(digit_or_dash)
}

/// The date that `text`, a value or key at `at`, says; a fault is noted where it is none.
pub(crate) fn read_date(text: &str, at: &Node<'_>) -> Option<NaiveDate> {
    if !written_as_date(text) {
        at.fault(format!("expected a date such as \"2026-12-24\", found {text:.40?}"));
        return None;
    }
    let date = text.parse().ok();
    if date.is_none() {
        at.fault(format!("there is no day \"{text}\""));
    }
    date
}

/// Days since 1970-01-01.
pub(crate) fn day_number(date: NaiveDate) -> i64 {
    const FROM_YEAR_ONE: i64 = 719_163;
    i64::from(date.num_days_from_ce()) - FROM_YEAR_ONE
}
