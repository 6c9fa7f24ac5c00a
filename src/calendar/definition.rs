//! What a calendar says, as it is written: zone, versions, exceptions.

use super::business_hours::BusinessHours;
use super::closings::Closings;
use super::date::read_date;
use super::exceptions::Exceptions;
use super::holidays::Holidays;
use super::zone::read_zone;
use crate::config::{Node, Table};
use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// A calendar as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Definition {
    pub(crate) zone: Tz,
    /// What holds until the first of the versions.
    pub(crate) base: Version,
    /// From which date on what holds.
    pub(crate) versions: BTreeMap<NaiveDate, Version>,
    /// Other hours on some dates.
    pub(crate) exceptions: Exceptions,
    pub(crate) closings: Closings,
}

/// Hours and holidays that hold for a time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Version {
    pub(crate) hours: BusinessHours,
    pub(crate) holidays: Holidays,
}

impl Definition {
    pub(crate) fn new(zone: Tz, hours: BusinessHours) -> Self {
        Self {
            zone,
            base: Version { hours, holidays: Holidays::none() },
            versions: BTreeMap::new(),
            exceptions: Exceptions::default(),
            closings: Closings::default(),
        }
    }

    /// What holds on a date, but for exceptions.
    pub(crate) fn version_on(&self, date: NaiveDate) -> &Version {
        self.versions.range(..=date).next_back().map_or(&self.base, |(_, version)| version)
    }

    /// Reads it, noting every fault.
    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        let mut table = node.table()?;
        let zone = table.read("zone", read_zone);
        let hours_at = table.require("hours");
        let hours = hours_at.as_ref().and_then(BusinessHours::read);
        let holidays = table.read_or("holidays", Holidays::none(), Holidays::read);
        let exceptions = table.read_or("exceptions", Exceptions::default(), Exceptions::read);
        let closings = table.read_or("closings", Closings::default(), Closings::read);
        let mut last = Written { hours, holidays, hours_at };
        let base = last.version();
        let versions = read_versions(&mut table, &mut last);
        table.finish();
        if let Written { hours: Some(hours), hours_at: Some(at), .. } = &last
            && hours.is_empty()
        {
            at.fault("expected at least one day with hours, found a calendar that never opens");
            return None;
        }
        Some(Self {
            zone: zone?,
            base: base?,
            versions: versions?,
            exceptions: exceptions?,
            closings: closings?,
        })
    }
}

/// What holds after the version that was read last, as far as it could be read, and where
/// its hours stand.
struct Written<'a> {
    hours: Option<BusinessHours>,
    holidays: Option<Holidays>,
    hours_at: Option<Node<'a>>,
}

impl Written<'_> {
    fn version(&self) -> Option<Version> {
        Some(Version { hours: self.hours.clone()?, holidays: self.holidays.clone()? })
    }
}

/// The versions, each of which keeps what it does not say from the one before.
fn read_versions<'a>(
    table: &mut Table<'a>,
    last: &mut Written<'a>,
) -> Option<BTreeMap<NaiveDate, Version>> {
    let mut newest: Option<NaiveDate> = None;
    table.read_or("versions", BTreeMap::new(), |list| {
        let versions = list.each(|at| {
            let mut table = at.table()?;
            let from = table.read("from", |from| {
                let date = read_date(from.string()?, from)?;
                if let Some(newest) = newest.filter(|newest| date <= *newest) {
                    from.fault(format!("expected a date after {newest}, found {date}"));
                    return None;
                }
                newest = Some(date);
                Some(date)
            });
            if let Some(at) = table.get("hours") {
                last.hours = BusinessHours::read(&at);
                last.hours_at = Some(at);
            }
            if let Some(at) = table.get("holidays") {
                last.holidays = Holidays::read(&at);
            }
            table.finish();
            Some((from?, last.version()?))
        });
        versions.map(|versions| versions.into_iter().collect())
    })
}

impl Serialize for Definition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Later<'a> {
            #[serde(rename = "from")]
            date: NaiveDate,
            #[serde(skip_serializing_if = "Option::is_none")]
            hours: Option<&'a BusinessHours>,
            #[serde(skip_serializing_if = "Option::is_none")]
            holidays: Option<&'a Holidays>,
        }
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("zone", self.zone.name())?;
        map.serialize_entry("hours", &self.base.hours)?;
        if self.base.holidays != Holidays::none() {
            map.serialize_entry("holidays", &self.base.holidays)?;
        }
        if !self.exceptions.is_empty() {
            map.serialize_entry("exceptions", &self.exceptions)?;
        }
        if !self.closings.is_empty() {
            map.serialize_entry("closings", &self.closings)?;
        }
        if !self.versions.is_empty() {
            let before = std::iter::once(&self.base).chain(self.versions.values());
            let versions =
                self.versions.iter().zip(before).map(|((from, version), before)| Later {
                    date: *from,
                    hours: (version.hours != before.hours).then_some(&version.hours),
                    holidays: (version.holidays != before.holidays).then_some(&version.holidays),
                });
            map.serialize_entry("versions", &versions.collect::<Vec<_>>())?;
        }
        map.end()
    }
}
