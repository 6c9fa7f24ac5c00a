//! Cases as they are written in data: their logs, and what waits.

use super::{Case, CaseId, Cases, Conventions, Event, EventKind};
use crate::Error;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;

impl Serialize for Cases {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_usual = self.conventions == Conventions::default();
        let mut written = serializer.serialize_struct("Cases", if is_usual { 3 } else { 4 })?;
        if !is_usual {
            written.serialize_field("conventions", &self.conventions)?;
        }
        written.serialize_field("cases", &self.iter().collect::<Vec<_>>())?;
        written.serialize_field("merged", &self.names_merged())?;
        let mut waiting: Vec<&Event> = self.waiting().collect();
        waiting.sort_by(|a, b| (a.at(), a.id()).cmp(&(b.at(), b.id())));
        written.serialize_field("waiting", &waiting)?;
        written.end()
    }
}

#[derive(Deserialize)]
struct Read {
    #[serde(default)]
    conventions: Conventions,
    cases: Vec<Case>,
    #[serde(default)]
    merged: BTreeMap<CaseId, CaseId>,
    #[serde(default)]
    waiting: Vec<Event>,
}

impl<'de> Deserialize<'de> for Cases {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::restore(Read::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

impl Cases {
    /// Each name that is gone, with the one that it leads to in the end.
    fn names_merged(&self) -> BTreeMap<&CaseId, &CaseId> {
        let mut ends: BTreeMap<&CaseId, &CaseId> = BTreeMap::new();
        for gone in self.merged.keys() {
            let (mut passed, mut at) = (Vec::new(), gone);
            while let Some(into) = self.merged.get(at) {
                if let Some(end) = ends.get(at) {
                    at = end;
                    break;
                }
                passed.push(at);
                at = into;
            }
            ends.extend(passed.into_iter().map(|name| (name, at)));
        }
        ends
    }

    /// Places all messages again: first those of the customers, in the cases they were in,
    /// then ours, then all else that the logs hold.
    fn restore(read: Read) -> Result<Self, Error> {
        let mut cases = Self::with_conventions(read.conventions);
        for case in &read.cases {
            for event in case.events() {
                if matches!(event.kind(), EventKind::Received(_)) {
                    cases.take(event.clone(), Some(case.id()));
                }
            }
        }
        for (gone, stays) in read.merged {
            if !cases.by_name.contains_key(&gone) && !leads_to(&cases.merged, &stays, &gone) {
                cases.merged.entry(gone).or_insert(stays);
            }
        }
        for case in read.cases {
            if cases.get(case.id()).is_none() {
                cases.by_name.insert(case.id().clone(), Case::empty(case.id().clone()));
            }
            for event in case.events() {
                if event.message().is_none() {
                    cases.record(case.id(), event.clone())?;
                } else {
                    cases.take(event.clone(), None);
                }
            }
            // What was put in this case by other means than placing stays in it.
            if let Some(id) = cases.get(case.id()).map(|case| case.id().clone())
                && let Some(held) = cases.by_name.get_mut(&id)
            {
                held.absorb(case);
            }
        }
        for event in read.waiting {
            cases.place(event)?;
        }
        Ok(cases)
    }
}

/// Whether one comes from `from` to `to` by the names of merged cases.
fn leads_to(merged: &BTreeMap<CaseId, CaseId>, from: &CaseId, to: &CaseId) -> bool {
    let mut at = Some(from);
    while let Some(id) = at {
        if id == to {
            return true;
        }
        at = merged.get(id);
    }
    false
}
