//! Which holidays a calendar keeps.

use super::closing_day::{ClosingDay, read_own};
use super::holiday::Holiday;
use super::holiday_set::{HolidaySet, LiberationDay};
use crate::config::{Node, configured};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The holidays a calendar keeps: a set, more or less what you name, and own days.
///
/// Configured as the name of a set, `"nl"` or `"be"`, or as a table. All of its keys are
/// optional:
///
/// | key | what |
/// |---|---|
/// | `set` | `"nl"` or `"be"`: see [`HolidaySet`] |
/// | `with` | a list of [`Holiday`]s that are kept as well |
/// | `without` | a list of [`Holiday`]s of the set that are not kept |
/// | `liberation_day` | `"lustrum"` (the default), `"yearly"` or `"never"` |
/// | `own` | a table of own closing days: name to `"12-24"` (each year) or `"2026-06-01"` (once) |
///
/// # Example
/// ```
/// use chrono::NaiveDate;
/// use webcare::calendar::{Holiday, Holidays, LiberationDay};
///
/// let holidays: Holidays = serde_json::from_str(
///     r#"{ "set": "nl", "with": ["good_friday"], "own": { "summer party": "06-26" } }"#,
/// )?;
/// let day = |text: &str| text.parse::<NaiveDate>().unwrap();
/// assert_eq!(holidays.on(day("2026-04-03")), Some("good_friday"));
/// assert_eq!(holidays.on(day("2026-06-26")), Some("summer party"));
/// assert_eq!(holidays.on(day("2026-05-05")), None);
///
/// // The same in code:
/// let kept = Holidays::nl().with(Holiday::GoodFriday).liberation_day(LiberationDay::Yearly);
/// assert_eq!(kept.on(day("2026-05-05")), Some("liberation_day"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Holidays {
    #[serde(skip_serializing_if = "Option::is_none")]
    set: Option<HolidaySet>,
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    with: BTreeSet<Holiday>,
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    without: BTreeSet<Holiday>,
    #[serde(skip_serializing_if = "is_default")]
    liberation_day: LiberationDay,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    own: BTreeMap<String, ClosingDay>,
}

configured!(Holidays, "holidays");

/// A holiday of a year: its date and its name.
///
/// # Example
/// ```
/// use webcare::calendar::Holidays;
///
/// let holidays = Holidays::be();
/// let days = holidays.in_year(2026);
/// assert_eq!((days[2].name(), days[2].date().to_string()), ("easter_monday", "2026-04-06".into()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayDate<'h> {
    date: NaiveDate,
    name: &'h str,
    holiday: Option<Holiday>,
}

impl<'h> HolidayDate<'h> {
    /// When.
    #[must_use]
    pub const fn date(&self) -> NaiveDate {
        self.date
    }

    /// The word of a [`Holiday`], or the name of an own day.
    #[must_use]
    pub const fn name(&self) -> &'h str {
        self.name
    }

    /// The holiday, unless it is an own day.
    #[must_use]
    pub const fn holiday(&self) -> Option<Holiday> {
        self.holiday
    }
}

impl Holidays {
    /// None at all.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Those of the Netherlands.
    #[must_use]
    pub fn nl() -> Self {
        Self { set: Some(HolidaySet::Netherlands), ..Self::default() }
    }

    /// Those of Belgium.
    #[must_use]
    pub fn be() -> Self {
        Self { set: Some(HolidaySet::Belgium), ..Self::default() }
    }

    /// Keeps a day.
    #[must_use]
    pub fn with(mut self, holiday: Holiday) -> Self {
        self.without.remove(&holiday);
        self.with.insert(holiday);
        self
    }

    /// Does not keep a day.
    #[must_use]
    pub fn without(mut self, holiday: Holiday) -> Self {
        self.with.remove(&holiday);
        self.without.insert(holiday);
        self
    }

    /// In which years 5 May is kept, where it is kept at all.
    #[must_use]
    pub fn liberation_day(mut self, years: LiberationDay) -> Self {
        self.liberation_day = years;
        self
    }

    /// Closes on one date, under a name of its own.
    #[must_use]
    pub fn own(mut self, name: impl Into<String>, date: NaiveDate) -> Self {
        self.own.insert(name.into(), ClosingDay::once(date));
        self
    }

    /// Closes every year on the day and month of `date`, under a name of its own.
    #[must_use]
    pub fn own_each_year(mut self, name: impl Into<String>, date: NaiveDate) -> Self {
        self.own.insert(name.into(), ClosingDay::each_year(date));
        self
    }

    /// The holidays of a year, by date; where two fall together, both.
    #[must_use]
    pub fn in_year(&self, year: i32) -> Vec<HolidayDate<'_>> {
        let set = self.set.map_or(&[][..], HolidaySet::days).iter();
        let kept: BTreeSet<Holiday> = set.chain(&self.with).copied().collect();
        let kept = kept.difference(&self.without).filter(|holiday| {
            **holiday != Holiday::LiberationDay || self.liberation_day.is_kept_in(year)
        });
        let known = kept.filter_map(|holiday| {
            let date = holiday.in_year(year)?;
            Some(HolidayDate { date, name: holiday.as_str(), holiday: Some(*holiday) })
        });
        let own = self.own.iter();
        let own = own.filter_map(|(name, day)| {
            Some(HolidayDate { date: day.in_year(year)?, name, holiday: None })
        });
        let mut dates: Vec<HolidayDate<'_>> = known.chain(own).collect();
        dates.sort_by_key(HolidayDate::date);
        dates
    }

    /// The name of the holiday on a date, if it is one.
    #[must_use]
    pub fn on(&self, date: NaiveDate) -> Option<&str> {
        self.date_on(date).map(|day| day.name)
    }

    /// The holiday on a date, if it is one.
    pub(crate) fn date_on(&self, date: NaiveDate) -> Option<HolidayDate<'_>> {
        self.in_year(date.year()).into_iter().find(|day| day.date == date)
    }

    /// Reads them, noting every fault.
    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        if node.value().is_string() {
            return Some(Self { set: Some(read_set(node)?), ..Self::default() });
        }
        let mut table = node.table()?;
        let set = table.read_or("set", None, |set| read_set(set).map(Some));
        let with = table.read_or("with", Vec::new(), |list| list.each(read_holiday));
        let without = table.read_or("without", Vec::new(), |list| {
            list.each(|holiday| {
                let found = read_holiday(holiday)?;
                if with.as_ref().is_some_and(|with| with.contains(&found)) {
                    holiday.fault(format!("\"{found}\" is in \"with\" as well"));
                    return None;
                }
                Some(found)
            })
        });
        let years = LiberationDay::default();
        let liberation_day = table.read_or("liberation_day", years, |years| {
            years.one_of(&[
                ("lustrum", LiberationDay::Lustrum),
                ("yearly", LiberationDay::Yearly),
                ("never", LiberationDay::Never),
            ])
        });
        let own = table.read_or("own", BTreeMap::new(), read_own);
        table.finish();
        Some(Self {
            set: set?,
            with: with?.into_iter().collect(),
            without: without?.into_iter().collect(),
            liberation_day: liberation_day?,
            own: own?,
        })
    }
}

fn read_set(node: &Node<'_>) -> Option<HolidaySet> {
    node.one_of(&[("nl", HolidaySet::Netherlands), ("be", HolidaySet::Belgium)])
}

fn read_holiday(node: &Node<'_>) -> Option<Holiday> {
    node.one_of(&Holiday::ALL.map(|holiday| (holiday.as_str(), holiday)))
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_default(years: &LiberationDay) -> bool {
    *years == LiberationDay::default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn read(value: &Value) -> Holidays {
        Holidays::from_value(value).unwrap()
    }

    fn dates(holidays: &Holidays, year: i32) -> Vec<String> {
        holidays.in_year(year).iter().map(|day| format!("{} {}", day.date(), day.name())).collect()
    }

    #[test]
    fn the_dutch_set_in_a_lustrum_year() {
        assert_eq!(
            dates(&read(&json!("nl")), 2025),
            [
                "2025-01-01 new_year",
                "2025-04-20 easter_sunday",
                "2025-04-21 easter_monday",
                "2025-04-26 kings_day",
                "2025-05-05 liberation_day",
                "2025-05-29 ascension_day",
                "2025-06-08 whit_sunday",
                "2025-06-09 whit_monday",
                "2025-12-25 christmas_day",
                "2025-12-26 second_christmas_day",
            ]
        );
        assert_eq!(dates(&Holidays::nl(), 2026).len(), 9);
    }

    #[test]
    fn the_belgian_set() {
        assert_eq!(
            dates(&Holidays::be(), 2026),
            [
                "2026-01-01 new_year",
                "2026-04-05 easter_sunday",
                "2026-04-06 easter_monday",
                "2026-05-01 labour_day",
                "2026-05-14 ascension_day",
                "2026-05-24 whit_sunday",
                "2026-05-25 whit_monday",
                "2026-07-21 belgian_national_day",
                "2026-08-15 assumption_day",
                "2026-11-01 all_saints_day",
                "2026-11-11 armistice_day",
                "2026-12-25 christmas_day",
            ]
        );
    }

    #[test]
    fn days_are_switched_on_and_off_and_added() {
        let holidays = read(&json!({
            "set": "be", "with": ["flemish_community_day"], "without": ["assumption_day", "easter_sunday"],
            "own": { "moving": "2026-06-01", "leap day": "02-29" },
        }));
        let found = dates(&holidays, 2026);
        assert!(found.contains(&"2026-07-11 flemish_community_day".to_owned()));
        assert!(found.contains(&"2026-06-01 moving".to_owned()));
        assert_eq!(found.len(), 12);
        assert!(
            !dates(&holidays, 2027)
                .iter()
                .any(|day| day.contains("moving") || day.contains("leap"))
        );
        assert!(dates(&holidays, 2028).contains(&"2028-02-29 leap day".to_owned()));
        assert_eq!(read(&serde_json::to_value(&holidays).unwrap()), holidays);
        let in_code = Holidays::be()
            .with(Holiday::AssumptionDay)
            .with(Holiday::FlemishCommunityDay)
            .without(Holiday::AssumptionDay)
            .without(Holiday::EasterSunday)
            .own("moving", "2026-06-01".parse().unwrap())
            .own_each_year("leap day", "2024-02-29".parse().unwrap());
        assert_eq!(in_code, holidays);
        assert_eq!(serde_json::to_value(Holidays::none()).unwrap(), json!({}));
        assert_eq!(dates(&Holidays::none(), 2026), [""; 0]);
    }

    #[test]
    fn the_fifth_of_may_is_kept_as_chosen() {
        let kept = |years: &str, year| {
            let holidays = read(&json!({ "set": "nl", "liberation_day": years }));
            holidays.on(NaiveDate::from_ymd_opt(year, 5, 5).unwrap()).is_some()
        };
        assert_eq!([kept("lustrum", 2025), kept("lustrum", 2026)], [true, false]);
        assert_eq!([kept("yearly", 2025), kept("yearly", 2026)], [true, true]);
        assert_eq!([kept("never", 2025), kept("never", 2026)], [false, false]);
    }

    #[test]
    fn faults_are_noted_all_at_once() {
        let wrong = json!({
            "set": "de", "with": ["good_fridy", "all_souls_day"], "without": ["all_souls_day"],
            "liberation_day": "sometimes", "own": { "a": "02-30", "b": "2026-02-29", "c": 5, " ": "01-02" }, "extra": 1,
        });
        let error = Holidays::from_value(&wrong).unwrap_err().to_string();
        assert_eq!(
            error.lines().collect::<Vec<_>>(),
            [
                "holidays.set: unknown value \"de\"; did you mean \"be\"?",
                "holidays.with[0]: unknown value \"good_fridy\"; did you mean \"good_friday\"?",
                "holidays.liberation_day: unknown value \"sometimes\"; expected one of lustrum, yearly, never",
                "holidays.own. : expected a name, found a blank text",
                "holidays.own.a: no year has the day \"02-30\"",
                "holidays.own.b: there is no day \"2026-02-29\"",
                "holidays.own.c: expected a text, found the number 5",
                "holidays.extra: unknown key; expected one of set, with, without, liberation_day, own",
            ]
        );
        let both = json!({ "with": ["all_souls_day"], "without": ["all_souls_day"] });
        assert_eq!(
            Holidays::from_value(&both).unwrap_err().to_string(),
            "holidays.without[0]: \"all_souls_day\" is in \"with\" as well"
        );
    }
}
