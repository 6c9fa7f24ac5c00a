//! One promise.

use super::targets::Targets;
use super::when::When;
use super::{Counted, Metric, Target, Warning};
use crate::Priority;
use crate::config::{Node, configured};
use chrono::{DateTime, SecondsFormat, Utc};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// One promise: to whom it is made, and within which time we answer.
///
/// Configured as a table:
///
/// | key | value |
/// |---|---|
/// | `id` | its name |
/// | `valid_from` | an instant with its offset, such as `2026-11-01T00:00:00+01:00`: this version counts for clocks that start from then on, up to the next version of that name; left out, from the beginning |
/// | `when` | to what it applies: lists under `channel`, `visibility` (`public`, `private`, `restricted`), `origin` (`directed`, `own_property`, `found`, `found:QUERY`), `priority`, `tags`, `language` (codes), `queue`; left out, to all |
/// | `calendar` | the name of the calendar by which it counts; left out, the default one |
/// | `time` | `opening` or `calendar`: in which time its targets are counted; left out, `opening` |
/// | `warn` | when little time is left: a [`Warning`], or a list of several; left out, `0.75` |
/// | the name of a [`Metric`] | the target, or a table of targets; at least one |
///
/// Targets are written as [`Target`] says. A table of targets has `low`, `normal`, `high`,
/// `urgent`, and `default` for the others; `time` and `warn`, where they differ; and
/// `pause`, the list of [statuses](crate::case::Status) of the case in which the clock
/// stands still: what it is if left out, is said at the [`Metric`].
///
/// # Example
/// ```
/// use webcare::Priority;
/// use webcare::sla::{Metric, Policy};
///
/// let policy: Policy = toml::from_str(
///     r#"
///     id = "social"
///     when = { channel = ["x", "facebook"], origin = ["directed", "own_property"] }
///     calendar = "webcare"
///     warn = [0.5, "15m"]
///     first_response = { urgent = "30m", default = "4h" }
///     next_response = "1d"
///     total_resolution = { default = "5d", pause = ["waiting_on_customer"] }
///     "#,
/// )?;
/// let first = policy.target(Metric::FirstResponse, Priority::Urgent);
/// assert_eq!(first.map(|target| target.to_string()).as_deref(), Some("30m"));
/// assert_eq!(policy.warnings(Metric::FirstResponse).len(), 2);
/// # Ok::<(), toml::de::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    pub(super) id: Arc<str>,
    pub(super) when: When,
    pub(super) calendar: Option<String>,
    pub(super) valid_from: Option<DateTime<Utc>>,
    pub(super) valid_until: Option<DateTime<Utc>>,
    warnings: Vec<Warning>,
    targets: [Option<Targets>; Metric::ALL.len()],
}

configured!(Policy, "policy");

impl Policy {
    /// Its name.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The name of the calendar by which it counts; `None` for the default one.
    #[must_use]
    pub fn calendar(&self) -> Option<&str> {
        self.calendar.as_deref()
    }

    /// From when on clocks start under this version; `None` from the beginning.
    #[must_use]
    pub const fn valid_from(&self) -> Option<DateTime<Utc>> {
        self.valid_from
    }

    /// Whether a clock that starts at `at` is under this version.
    #[must_use]
    pub fn is_valid_at(&self, at: DateTime<Utc>) -> bool {
        self.valid_from.is_none_or(|from| from <= at)
            && self.valid_until.is_none_or(|until| at < until)
    }

    /// What it promises for a priority; `None` when it does not speak of that metric.
    #[must_use]
    pub fn target(&self, metric: Metric, priority: Priority) -> Option<Target> {
        self.targets(metric)?.get(priority)
    }

    pub(super) fn targets(&self, metric: Metric) -> Option<&Targets> {
        self.targets.get(metric.index())?.as_ref()
    }

    /// When little time is left.
    #[must_use]
    pub fn warnings(&self, metric: Metric) -> &[Warning] {
        self.targets(metric).map_or(&self.warnings, Targets::warnings)
    }

    /// Reads it, noting every fault.
    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        let mut table = node.table()?;
        let id = table.read("id", |at| at.name().map(Arc::from));
        let valid_from = table.read_or("valid_from", None, |at| instant(at).map(Some));
        let when = table.read_or("when", When::default(), When::read);
        let calendar =
            table.read_or("calendar", None, |at| at.name().map(|name| Some(name.to_owned())));
        let counted = table.read_or("time", Counted::default(), |at| at.one_of(&Counted::WORDS));
        let warnings = table.read_or("warn", vec![Warning::default()], Warning::read_all);
        let usual = (counted.unwrap_or_default(), warnings.clone().unwrap_or_default());
        let targets = Metric::ALL.map(|metric| {
            table.read_or(metric.as_str(), None, |at| {
                Targets::read(at, metric, usual.0, &usual.1).map(Some)
            })
        });
        table.finish();
        if targets.iter().all(|targets| *targets == Some(None)) {
            let metrics = Metric::ALL.map(Metric::as_str).join(", ");
            node.fault(format!("expected a target for at least one of {metrics}, found none"));
        }
        let is_whole = counted.is_some() && targets.iter().all(Option::is_some);
        Some(Self {
            id: id?,
            when: when?,
            calendar: calendar?,
            valid_from: valid_from?,
            valid_until: None,
            warnings: warnings?,
            targets: is_whole.then(|| targets.map(Option::flatten))?,
        })
    }
}

fn instant(node: &Node<'_>) -> Option<DateTime<Utc>> {
    let text = node.string()?;
    let read = DateTime::parse_from_rfc3339(text).ok();
    if read.is_none() {
        node.fault("expected an instant such as \"2026-11-01T00:00:00+01:00\"");
    }
    read.map(|at| at.to_utc())
}

impl Serialize for Policy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut table = serializer.serialize_map(None)?;
        table.serialize_entry("id", &*self.id)?;
        if let Some(from) = self.valid_from {
            let from = from.to_rfc3339_opts(SecondsFormat::AutoSi, true);
            table.serialize_entry("valid_from", &from)?;
        }
        if !self.when.is_empty() {
            table.serialize_entry("when", &self.when)?;
        }
        if let Some(calendar) = &self.calendar {
            table.serialize_entry("calendar", calendar)?;
        }
        table.serialize_entry("warn", &self.warnings)?;
        for (metric, targets) in Metric::ALL.iter().zip(&self.targets) {
            if let Some(targets) = targets {
                table.serialize_entry(metric.as_str(), targets)?;
            }
        }
        table.end()
    }
}
