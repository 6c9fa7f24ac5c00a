//! What a notice for the public says: open until when, or closed until when and why.

use super::calendar::Calendar;
use super::definition::Definition;
use super::pattern::Span;
use super::reason::Reason;
use super::wording;
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc, Weekday};

/// Whether it is open, until when, and why not: what a notice out of hours tells.
///
/// [`in_dutch`](Self::in_dutch) and [`in_english`](Self::in_english) are whole sentences;
/// the parts are there for hosts that word it themselves. Given by
/// [`Calendar::notice`].
///
/// # Example
/// ```
/// use webcare::calendar::{Calendar, Holiday, Reason, RelativeDay};
///
/// let calendar = Calendar::from_value(&serde_json::json!({
///     "zone": "Europe/Amsterdam", "hours": { "mon-fri": ["09:00-17:00"] }, "holidays": "nl",
/// }))?;
/// let at = |text: &str| calendar.notice(text.parse().unwrap());
///
/// let friday_evening = at("2026-11-20T19:00:00Z");
/// assert_eq!(friday_evening.in_dutch(), "Wij zijn maandag om 09:00 weer open.");
/// assert_eq!(friday_evening.in_english(), "We open again on Monday at 09:00.");
///
/// let kings_day = at("2026-04-27T10:00:00Z");
/// assert_eq!(kings_day.in_dutch(), "Wij zijn gesloten vanwege Koningsdag en morgen om 09:00 weer open.");
/// assert_eq!(kings_day.in_english(), "We are closed for King's Day and open again tomorrow at 09:00.");
/// assert_eq!(kings_day.reason().and_then(Reason::holiday), Some(Holiday::KingsDay));
/// assert_eq!(kings_day.until().unwrap().day(), RelativeDay::Tomorrow);
///
/// assert_eq!(at("2026-11-20T13:00:00Z").in_english(), "We are open now until 17:00.");
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    is_open: bool,
    until: Option<Moment>,
    reason: Option<Reason>,
}

/// An instant to come, as people where the calendar is speak of it.
///
/// # Example
/// ```
/// # let calendar = webcare::calendar::Calendar::from_value(&serde_json::json!({
/// #     "zone": "Europe/Amsterdam", "hours": { "mon-fri": ["09:00-17:00"] } }))?;
/// let notice = calendar.notice("2026-11-20T19:00:00Z".parse().unwrap());
/// let opening = notice.until().unwrap();
/// assert_eq!(opening.at().to_rfc3339(), "2026-11-23T08:00:00+00:00");
/// assert_eq!(opening.date().to_string(), "2026-11-23");
/// assert_eq!(opening.time().to_string(), "09:00:00");
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    at: DateTime<Utc>,
    local: NaiveDateTime,
    today: NaiveDate,
}

/// A day as one names it when one speaks of it beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RelativeDay {
    /// The local day of the question.
    Today,
    /// The date after it.
    Tomorrow,
    /// A day within six days, which its name tells.
    Weekday(Weekday),
    /// A week away or further, in the year of the question.
    Date(NaiveDate),
    /// A week away or further, in another year.
    DateAndYear(NaiveDate),
}

impl Notice {
    /// Whether it is open.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.is_open
    }

    /// When it closes, or when it opens again; `None` when it never does.
    #[must_use]
    pub const fn until(&self) -> Option<&Moment> {
        self.until.as_ref()
    }

    /// Why it is closed, when that is for a holiday, a closing or an exception with a
    /// reason, and not because the ordinary hours are over.
    #[must_use]
    pub const fn reason(&self) -> Option<&Reason> {
        self.reason.as_ref()
    }

    /// A sentence in Dutch.
    #[must_use]
    pub fn in_dutch(&self) -> String {
        wording::dutch(self)
    }

    /// A sentence in English.
    #[must_use]
    pub fn in_english(&self) -> String {
        wording::english(self)
    }
}

impl Moment {
    fn new(calendar: &Calendar, at: DateTime<Utc>, today: NaiveDate) -> Self {
        Self { at, local: at.with_timezone(&calendar.zone()).naive_local(), today }
    }

    /// The instant.
    #[must_use]
    pub const fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// The local date.
    #[must_use]
    pub fn date(&self) -> NaiveDate {
        self.local.date()
    }

    /// The local time of day.
    #[must_use]
    pub fn time(&self) -> NaiveTime {
        self.local.time()
    }

    /// The local day, seen from the day of the question.
    #[must_use]
    pub fn day(&self) -> RelativeDay {
        self.relative(self.date())
    }

    fn relative(&self, date: NaiveDate) -> RelativeDay {
        match date.signed_duration_since(self.today).num_days() {
            ..=0 => RelativeDay::Today,
            1 => RelativeDay::Tomorrow,
            2..=6 => RelativeDay::Weekday(date.weekday()),
            _ if date.year() == self.today.year() => RelativeDay::Date(date),
            _ => RelativeDay::DateAndYear(date),
        }
    }

    /// The day that ends at this moment and the time `24:00`, where it is a midnight;
    /// otherwise the day and the time. That is how one names a closing.
    pub(crate) fn as_closing(&self) -> (RelativeDay, String) {
        match self.date().pred_opt().filter(|_| self.time() == NaiveTime::MIN) {
            Some(date) => (self.relative(date), "24:00".to_owned()),
            None => (self.day(), self.clock()),
        }
    }

    /// The time of day in hours and minutes, and seconds if there are any.
    pub(crate) fn clock(&self) -> String {
        let form = if self.local.second() == 0 { "%H:%M" } else { "%H:%M:%S" };
        self.local.format(form).to_string()
    }
}

impl Calendar {
    /// What a notice says at an instant: see [`Notice`].
    ///
    /// Before and after the years a calendar knows it is closed.
    #[must_use]
    pub fn notice(&self, at: DateTime<Utc>) -> Notice {
        let local = at.with_timezone(&self.zone()).naive_local();
        let is_open = self.is_open(at);
        let until = if is_open { self.next_closing(at) } else { self.next_opening(at) };
        Notice {
            is_open,
            until: until.map(|until| Moment::new(self, until, local.date())),
            reason: if is_open { None } else { self.definition().why_closed(local) },
        }
    }
}

impl Definition {
    /// Why it is closed at a local time at which it is; `None` when its hours are over.
    fn why_closed(&self, local: NaiveDateTime) -> Option<Reason> {
        let version = self.version_on(local.date());
        if let Some(exception) = self.exceptions.on(local.date()) {
            let second = i64::from(local.num_seconds_from_midnight());
            let ordinary = version.hours.spans_of(local.weekday());
            let is_ordinary = |(from, to): &Span| (*from..*to).contains(&second);
            let explains = exception.hours.is_empty() || ordinary.iter().any(is_ordinary);
            return exception.reason.clone().filter(|_| explains);
        }
        if let Some(closing) = self.closings.at(local) {
            return closing.reason().cloned();
        }
        let day = version.holidays.date_on(local.date())?;
        Some(day.holiday().map_or_else(|| Reason::new(day.name()), Reason::from))
    }
}
