//! One target for each priority.

use super::Counted;
use super::duration::Duration;
use super::pause::Pause;
use super::target::{EXPECTED, Target};
use super::{Metric, Warning};
use crate::Priority;
use crate::config::Node;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// A target for each priority: a duration for all, or a table with `low`, `normal`,
/// `high`, `urgent`, `default`, and `time`, `pause` and `warn`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Targets {
    counted: Counted,
    default: Option<Duration>,
    by_priority: [Option<Duration>; 4],
    pause: Pause,
    warnings: Vec<Warning>,
}

impl Targets {
    /// Reads those of `metric`; `counted` and `warnings` are what the policy says where
    /// they don't.
    pub(super) fn read(
        node: &Node<'_>,
        metric: Metric,
        counted: Counted,
        warnings: &[Warning],
    ) -> Option<Self> {
        let (pause, warnings) = (metric.usual_pause(), warnings.to_vec());
        if !node.value().is_object() {
            let default = Some(duration(node)?);
            return Some(Self { counted, default, by_priority: [None; 4], pause, warnings });
        }
        let mut table = node.table()?;
        let counted = table.read_or("time", counted, |at| at.one_of(&Counted::WORDS));
        let pause = table.read_or("pause", pause, Pause::read);
        let warnings = table.read_or("warn", warnings, Warning::read_all);
        let optional = |at: &Node<'_>| duration(at).map(Some);
        let default = table.read_or("default", None, optional);
        let by_priority =
            Priority::ALL.map(|priority| table.read_or(priority.as_str(), None, optional));
        table.finish();
        let [low, normal, high, urgent] = by_priority;
        let (counted, default) = (counted?, default?);
        let (pause, warnings) = (pause?, warnings?);
        let by_priority = [low?, normal?, high?, urgent?];
        let missing = Priority::ALL.iter().zip(&by_priority).filter(|(_, own)| own.is_none());
        let missing: Vec<&str> = missing.map(|(priority, _)| priority.as_str()).collect();
        if default.is_none() && !missing.is_empty() {
            let missing = missing.join(", ");
            node.fault(format!("\"default\" is missing, and there is no target for {missing}"));
            return None;
        }
        Some(Self { counted, default, by_priority, pause, warnings })
    }

    /// In which statuses of the case it stands still.
    pub(super) const fn pause(&self) -> Pause {
        self.pause
    }

    /// When little time is left.
    pub(super) fn warnings(&self) -> &[Warning] {
        &self.warnings
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
        table.serialize_entry("pause", &self.pause)?;
        table.serialize_entry("warn", &self.warnings)?;
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
