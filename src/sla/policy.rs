//! One promise.

use super::targets::Targets;
use super::when::When;
use super::{AtRisk, Counted, Metric, Target};
use crate::Priority;
use crate::config::{Node, configured};
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// One promise: to whom it is made, and within which time we answer.
///
/// Configured as a table:
///
/// | key | value |
/// |---|---|
/// | `id` | its name |
/// | `when` | to which messages it applies: lists under `channel`, `visibility` (`public`, `private`, `restricted`), `origin` (`directed`, `own_property`, `found`, `found:QUERY`), `priority`; left out, to all |
/// | `calendar` | the name of the calendar by which it counts; left out, the default one |
/// | `time` | `opening` or `calendar`: in which time its targets are counted; left out, `opening` |
/// | `first_response`, `next_response` | the target, or a table of targets: `low`, `normal`, `high`, `urgent`, `default` for the others, and `time` if it differs; at least one of the two keys |
/// | `at_risk` | when little time is left, see [`AtRisk`]; left out, `0.75` |
///
/// Targets are written as [`Target`] says.
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
///     first_response = { urgent = "30m", default = "4h" }
///     next_response = "1d"
///     "#,
/// )?;
/// let first = policy.target(Metric::FirstResponse, Priority::Urgent);
/// assert_eq!(first.map(|target| target.to_string()).as_deref(), Some("30m"));
/// # Ok::<(), toml::de::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    pub(super) id: Arc<str>,
    pub(super) when: When,
    pub(super) calendar: Option<String>,
    first_response: Option<Targets>,
    next_response: Option<Targets>,
    at_risk: AtRisk,
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

    /// What it promises for a priority; `None` when it does not speak of that metric.
    #[must_use]
    pub fn target(&self, metric: Metric, priority: Priority) -> Option<Target> {
        let targets = match metric {
            Metric::FirstResponse => self.first_response.as_ref(),
            Metric::NextResponse => self.next_response.as_ref(),
        };
        targets?.get(priority)
    }

    /// When little time is left.
    #[must_use]
    pub const fn at_risk(&self) -> AtRisk {
        self.at_risk
    }

    /// Reads it, noting every fault.
    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        let mut table = node.table()?;
        let id = table.read("id", |at| at.name().map(Arc::from));
        let when = table.read_or("when", When::default(), When::read);
        let calendar =
            table.read_or("calendar", None, |at| at.name().map(|name| Some(name.to_owned())));
        let counted = table.read_or("time", Counted::default(), |at| at.one_of(&Counted::WORDS));
        let targets = |at: &Node<'_>| Targets::read(at, counted.unwrap_or_default()).map(Some);
        let first_response = table.read_or("first_response", None, targets);
        let next_response = table.read_or("next_response", None, targets);
        let at_risk = table.read_or("at_risk", AtRisk::default(), AtRisk::read);
        table.finish();
        if first_response == Some(None) && next_response == Some(None) {
            node.fault("expected first_response, next_response or both, found neither");
        }
        counted?;
        Some(Self {
            id: id?,
            when: when?,
            calendar: calendar?,
            first_response: first_response?,
            next_response: next_response?,
            at_risk: at_risk?,
        })
    }
}

impl Serialize for Policy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Written<'p> {
            id: &'p str,
            #[serde(skip_serializing_if = "When::is_empty")]
            when: &'p When,
            #[serde(skip_serializing_if = "Option::is_none")]
            calendar: Option<&'p str>,
            at_risk: AtRisk,
            #[serde(skip_serializing_if = "Option::is_none")]
            first_response: Option<&'p Targets>,
            #[serde(skip_serializing_if = "Option::is_none")]
            next_response: Option<&'p Targets>,
        }
        Written {
            id: &self.id,
            when: &self.when,
            calendar: self.calendar(),
            at_risk: self.at_risk,
            first_response: self.first_response.as_ref(),
            next_response: self.next_response.as_ref(),
        }
        .serialize(serializer)
    }
}
