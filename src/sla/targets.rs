//! One target for each priority.

use super::Counted;
use super::duration::Duration;
use super::target::{EXPECTED, Target};
use crate::Priority;
use crate::config::Node;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// A target for each priority: a duration for all, or a table with `low`, `normal`,
/// `high`, `urgent`, `default`, and `time`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Targets {
    counted: Counted,
    default: Option<Duration>,
    by_priority: [Option<Duration>; 4],
}

impl Targets {
    /// Reads them; `counted` is what the policy says where they don't.
    pub(super) fn read(node: &Node<'_>, counted: Counted) -> Option<Self> {
        if !node.value().is_object() {
            let default = Some(duration(node)?);
            return Some(Self { counted, default, by_priority: [None; 4] });
        }
        let mut table = node.table()?;
        let counted = table.read_or("time", counted, |at| at.one_of(&Counted::WORDS));
        let optional = |at: &Node<'_>| duration(at).map(Some);
        let default = table.read_or("default", None, optional);
        let by_priority =
            Priority::ALL.map(|priority| table.read_or(priority.as_str(), None, optional));
        table.finish();
        let [low, normal, high, urgent] = by_priority;
        let (counted, default) = (counted?, default?);
        let by_priority = [low?, normal?, high?, urgent?];
        let missing = Priority::ALL.iter().zip(&by_priority).filter(|(_, own)| own.is_none());
        let missing: Vec<&str> = missing.map(|(priority, _)| priority.as_str()).collect();
        if default.is_none() && !missing.is_empty() {
            let missing = missing.join(", ");
            node.fault(format!("\"default\" is missing, and there is no target for {missing}"));
            return None;
        }
        Some(Self { counted, default, by_priority })
    }

    /// The target for a priority.
    pub(super) fn get(&self, priority: Priority) -> Option<Target> {
        let by_priority = Priority::ALL.iter().zip(&self.by_priority);
        let own = by_priority.filter(|(known, _)| **known == priority).find_map(|(_, own)| *own);
        own.or(self.default).map(|duration| Target::of(duration, self.counted))
    }
}

fn duration(node: &Node<'_>) -> Option<Duration> {
    let read = Duration::parse(node.string()?);
    if read.is_none() {
        node.fault(EXPECTED);
    }
    read
}

impl Serialize for Targets {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut table = serializer.serialize_map(None)?;
        table.serialize_entry("time", &self.counted)?;
        if let Some(default) = self.default {
            table.serialize_entry("default", &default.to_string())?;
        }
        for (priority, own) in Priority::ALL.iter().zip(&self.by_priority) {
            if let Some(own) = own {
                table.serialize_entry(priority.as_str(), &own.to_string())?;
            }
        }
        table.end()
    }
}
