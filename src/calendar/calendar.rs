//! A calendar: what it says, and the table compiled from it.

use super::builder::CalendarBuilder;
use super::business_hours::BusinessHours;
use super::definition::Definition;
use super::table::Table;
use crate::config::{Node, configured};
use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::{Serialize, Serializer};
use std::fmt;
use std::sync::Arc;

/// When a team is open: weekly hours in a time zone, holidays, exceptions, and how they
/// change over the years.
///
/// # Configuration
///
/// | key | what |
/// |---|---|
/// | `zone` | an IANA time zone, such as `"Europe/Amsterdam"` |
/// | `hours` | the ordinary week: see [`BusinessHours`] |
/// | `holidays` | optional: see [`Holidays`](super::Holidays) |
/// | `exceptions` | optional: a table from dates to other hours, see below |
/// | `closings` | optional: a list of [`Closing`](super::Closing)s |
/// | `versions` | optional: a list of `{ from, hours, holidays }`, the newest last |
///
/// A version holds from its date on and keeps what it does not say from the one before,
/// so that new hours never rewrite what was due before. In the end a calendar must have
/// hours on some day of the week.
///
/// An exception is for a date, `"2026-12-24"`, or for a run of dates,
/// `"2026-07-13/2026-08-21"`, the last one included. Its value is a list of hours, of which
/// an empty one is closed, or `{ hours, reason }`, where the reason is for people to read
/// ([`Reason`](super::Reason)). Runs may not overlap; a single date may lie in one, and
/// wins. An exception replaces whatever else holds on its date, a holiday or a closing too;
/// its hours past midnight are added to the day after.
///
/// ```
/// use webcare::calendar::Calendar;
///
/// let calendar: Calendar = toml::from_str(
///     r#"
///     zone = "Europe/Amsterdam"
///     hours = { "mon-fri" = ["09:00-17:30"], sat = ["10:00-12:00", "13:00-24:00"] }
///     holidays = { set = "nl", with = ["good_friday"] }
///
///     [exceptions]
///     "2026-07-13/2026-08-21" = { hours = ["10:00-16:00"], reason = "zomerrooster" }
///     "2026-12-24" = ["09:00-12:00"]
///
///     [[closings]]
///     from = "2026-12-28"
///     to = "2026-12-31"
///     reason = { nl = "kerstsluiting", en = "the Christmas break" }
///
///     [[versions]]
///     from = "2027-01-01"
///     hours = { "mon-sun" = ["08:00-22:00"] }
///     "#,
/// )?;
/// assert_eq!(calendar.zone().name(), "Europe/Amsterdam");
/// # Ok::<(), toml::de::Error>(())
/// ```
///
/// # What opening time is
///
/// Ranges are half-open: at the instant of closing it is closed. Time is measured on
/// instants, so a night in which the clocks change has the minutes that really pass. A
/// local time that the clocks skip moves forward to the change; of one they show twice,
/// opening takes the first and closing the second. A day ends, at `24:00`, when the
/// clocks leave it for the last time.
///
/// # Range
///
/// A calendar knows the local days from 1970-01-01 to 2099-12-31, the years for which the
/// zone database is written out. Before and after them nothing is open:
/// [`is_open`](Self::is_open) is false, [`between`](Self::between) counts nothing, and
/// [`add`](Self::add) is an error. [`covers`](Self::covers) tells.
///
/// # Cost
///
/// It is compiled once to a table of about 100 kB; clones share it. Every question after
/// that costs two binary searches, whatever the span.
///
/// # Example
/// ```
/// use chrono::TimeDelta;
/// use webcare::calendar::{BusinessHours, Calendar, Holidays};
///
/// let hours = BusinessHours::from_value(&serde_json::json!({ "mon-fri": ["09:00-17:00"] }))?;
/// let calendar = Calendar::builder(chrono_tz::Europe::Amsterdam, hours)
///     .holidays(Holidays::nl())
///     .build()?;
///
/// // Thursday before Easter, 16:30 in Amsterdam; two hours later is Friday 10:30.
/// let received = "2026-04-02T14:30:00Z".parse().unwrap();
/// let due = calendar.add(received, TimeDelta::hours(2))?;
/// assert_eq!(due.to_rfc3339(), "2026-04-03T08:30:00+00:00");
/// assert_eq!(calendar.between(received, due), TimeDelta::hours(2));
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone)]
pub struct Calendar {
    definition: Arc<Definition>,
    table: Arc<Table>,
}

configured!(Calendar, "calendar");

impl Calendar {
    /// Open around the clock, every day, in UTC.
    #[must_use]
    pub fn always() -> Self {
        Self::compile(Definition::new(Tz::UTC, BusinessHours::always()))
    }

    /// Builds one in code, from what it cannot do without.
    ///
    /// # Example
    /// ```
    /// use webcare::calendar::{BusinessHours, Calendar};
    ///
    /// let builder = Calendar::builder(chrono_tz::Europe::Brussels, BusinessHours::default());
    /// let error = builder.build().unwrap_err();
    /// assert!(error.to_string().contains("never opens"));
    /// ```
    #[must_use]
    pub fn builder(zone: Tz, hours: BusinessHours) -> CalendarBuilder {
        CalendarBuilder::new(zone, hours)
    }

    /// Compiles what was checked.
    pub(crate) fn compile(definition: Definition) -> Self {
        let table = Table::compile(&definition);
        Self { definition: Arc::new(definition), table: Arc::new(table) }
    }

    /// Reads it, noting every fault.
    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        let calendar = Definition::read(node).map(Self::compile)?;
        if calendar.table.total() == 0 {
            node.fault("expected some opening time, found a calendar that never opens");
            return None;
        }
        Some(calendar)
    }

    /// The zone in which its hours are local times.
    #[must_use]
    pub fn zone(&self) -> Tz {
        self.definition.zone
    }

    /// The name of the holiday it keeps on a local date, if any. Whether it is closed on
    /// that date is another question: an exception may open it.
    ///
    /// # Example
    /// ```
    /// let calendar = webcare::calendar::Calendar::from_value(&serde_json::json!({
    ///     "zone": "Europe/Amsterdam", "hours": { "mon-fri": ["09:00-17:00"] }, "holidays": "nl",
    /// }))?;
    /// assert_eq!(calendar.holiday_on("2026-04-27".parse().unwrap()), Some("kings_day"));
    /// # Ok::<(), webcare::Error>(())
    /// ```
    #[must_use]
    pub fn holiday_on(&self, date: NaiveDate) -> Option<&str> {
        self.definition.version_on(date).holidays.on(date)
    }

    pub(crate) fn definition(&self) -> &Definition {
        &self.definition
    }

    pub(crate) fn table(&self) -> &Table {
        &self.table
    }
}

impl fmt::Debug for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Calendar").field(&self.definition).finish()
    }
}

impl PartialEq for Calendar {
    fn eq(&self, other: &Self) -> bool {
        self.definition == other.definition
    }
}

impl Eq for Calendar {}

impl Serialize for Calendar {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.definition.serialize(serializer)
    }
}
