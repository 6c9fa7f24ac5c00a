//! What rules decide.

use super::conflict::{Conflict, Outcome};
use super::{Action, Rule, Trace};
use crate::Priority;
use serde::{Serialize, Serializer};
use std::collections::BTreeSet;

/// What rules decide for one mention: where it goes, how soon it is to be handled, and
/// what else is to happen. Carrying it out is the host's.
///
/// # Example
/// ```
/// use webcare::classify::Classification;
/// use webcare::judgement::Abstention;
/// use webcare::mention::Mention;
/// use webcare::{Priority, routing::{Facts, Rules}};
///
/// let mention = Mention::builder("1").text("Hoi").build()?;
/// let judged = Classification::abstaining(Abstention::NoEvidence);
/// let facts = Facts::new(&mention, &judged, chrono::DateTime::UNIX_EPOCH);
///
/// let decision = Rules::default().decide(&facts);
/// assert_eq!((decision.queue(), decision.priority()), ("inbox", Priority::Normal));
/// assert!(decision.is_fallback());
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    queue: One<String>,
    team: Option<One<String>>,
    priority: One<Priority>,
    tags: BTreeSet<String>,
    watchers: BTreeSet<String>,
    actions: Vec<Action>,
    conflicts: Vec<Conflict>,
    trace: Trace,
}

/// A value and the rule that set it, if a rule did.
#[derive(Clone, Debug, PartialEq)]
struct One<T> {
    value: T,
    by: Option<String>,
}

impl<T: PartialEq + Clone> One<T> {
    /// Sets it for `rule`, or notes the conflict when an earlier one has set it.
    fn set(
        &mut self,
        rule: &Rule,
        value: &T,
        outcome: Outcome,
        shown: fn(&T) -> String,
    ) -> Option<Conflict> {
        let Some(by) = &self.by else {
            *self = Self { value: value.clone(), by: Some(rule.id().to_owned()) };
            return None;
        };
        (self.value != *value).then(|| Conflict {
            outcome,
            rule: rule.id().to_owned(),
            wanted: shown(value),
            kept_by: by.clone(),
            kept: shown(&self.value),
        })
    }
}

impl Decision {
    /// What holds where no rule says otherwise.
    pub(super) fn new(fallback: &str, priority: Priority) -> Self {
        Self {
            queue: One { value: fallback.to_owned(), by: None },
            team: None,
            priority: One { value: priority, by: None },
            tags: BTreeSet::new(),
            watchers: BTreeSet::new(),
            actions: Vec::new(),
            conflicts: Vec::new(),
            trace: Trace::new(Vec::new(), false),
        }
    }

    /// Adds what `rule`, which matched, brings about.
    pub(super) fn apply(&mut self, rule: &Rule) {
        let then = rule.then();
        let mut conflicts = Vec::new();
        if let Some(queue) = then.queue() {
            let queue = queue.to_owned();
            conflicts.extend(self.queue.set(rule, &queue, Outcome::Queue, Clone::clone));
        }
        if let Some(team) = then.team() {
            let team = team.to_owned();
            let none = One { value: String::new(), by: None };
            let kept = self.team.get_or_insert(none);
            conflicts.extend(kept.set(rule, &team, Outcome::Team, Clone::clone));
        }
        if let Some(priority) = then.priority() {
            let shown = Priority::to_string;
            conflicts.extend(self.priority.set(rule, &priority, Outcome::Priority, shown));
        }
        self.conflicts.append(&mut conflicts);
        self.tags.extend(then.tags().iter().cloned());
        self.watchers.extend(then.watchers().iter().cloned());
        self.actions.extend(then.actions().iter().cloned());
    }

    pub(super) fn with_trace(mut self, trace: Trace) -> Self {
        self.trace = trace;
        self
    }

    /// The queue that gets the mention. There always is one.
    #[must_use]
    pub fn queue(&self) -> &str {
        &self.queue.value
    }

    /// The id of the rule that chose the queue; `None` when it is the fallback.
    #[must_use]
    pub fn queue_by(&self) -> Option<&str> {
        self.queue.by.as_deref()
    }

    /// Whether no rule chose a queue.
    #[must_use]
    pub const fn is_fallback(&self) -> bool {
        self.queue.by.is_none()
    }

    /// The team that handles it, where a rule says so.
    #[must_use]
    pub fn team(&self) -> Option<&str> {
        self.team.as_ref().map(|team| team.value.as_str())
    }

    /// How soon it is to be handled.
    #[must_use]
    pub const fn priority(&self) -> Priority {
        self.priority.value
    }

    /// The id of the rule that set the priority; `None` when it follows from the urgency.
    #[must_use]
    pub fn priority_by(&self) -> Option<&str> {
        self.priority.by.as_deref()
    }

    /// The labels that it gets.
    #[must_use]
    pub const fn tags(&self) -> &BTreeSet<String> {
        &self.tags
    }

    /// Who is to know of it.
    #[must_use]
    pub const fn watchers(&self) -> &BTreeSet<String> {
        &self.watchers
    }

    /// What the host is to do besides, in the order of the rules.
    #[must_use]
    pub fn actions(&self) -> &[Action] {
        &self.actions
    }

    /// The ids of the rules that matched, in their order.
    pub fn rules(&self) -> impl Iterator<Item = &str> {
        self.trace.matched().map(|rule| rule.rule().id())
    }

    /// Where a rule came too late.
    #[must_use]
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// Why it is so.
    #[must_use]
    pub const fn trace(&self) -> &Trace {
        &self.trace
    }
}

/// A decision as it is written.
#[derive(Serialize)]
struct Written<'d> {
    queue: &'d str,
    queue_by: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    team: Option<&'d str>,
    priority: Priority,
    priority_by: Option<&'d str>,
    tags: &'d BTreeSet<String>,
    watchers: &'d BTreeSet<String>,
    actions: &'d [Action],
    rules: Vec<&'d str>,
    conflicts: &'d [Conflict],
    trace: &'d Trace,
}

impl Serialize for Decision {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let written = Written {
            queue: self.queue(),
            queue_by: self.queue_by(),
            team: self.team(),
            priority: self.priority(),
            priority_by: self.priority_by(),
            tags: &self.tags,
            watchers: &self.watchers,
            actions: &self.actions,
            rules: self.rules().collect(),
            conflicts: &self.conflicts,
            trace: &self.trace,
        };
        written.serialize(serializer)
    }
}
