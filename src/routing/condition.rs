//! When a rule applies: a tree of conditions.

use super::view::View;
use super::words::Lexicon;
use super::{Leaf, Truth, read_leaf};
use crate::config::Node;
use serde::{Serialize, Serializer};
use std::ops::ControlFlow;

/// The deepest nesting of conditions.
const DEEPEST: usize = 32;
/// The most conditions in one rule.
const MOST: usize = 1_000;

/// When a rule applies: conditions on fields, put together with `all`, `any` and `not`.
///
/// A field whose value is missing makes its condition [unknown](Truth::Unknown), and
/// unknown it stays under `not`.
///
/// # Example
/// ```
/// use webcare::routing::{Condition, Rules};
///
/// let rules = Rules::from_value(&serde_json::json!([{
///     "id": "storing",
///     "when": { "all": [
///         { "field": "text", "op": "contains_any", "value": ["storing", "outage"] },
///         { "not": { "field": "channel", "op": "eq", "value": "news" } },
///     ] },
///     "then": { "queue": "techniek" },
/// }]))?;
/// let when = rules.iter().next().unwrap().when().unwrap();
/// assert!(matches!(when, Condition::All(conditions) if conditions.len() == 2));
/// assert_eq!(when.leaves().len(), 2);
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Condition {
    /// All of these hold.
    All(Vec<Self>),
    /// At least one of these holds.
    Any(Vec<Self>),
    /// This does not hold.
    Not(Box<Self>),
    /// One condition on one field.
    Leaf(Leaf),
}

impl Condition {
    pub(super) fn read(node: &Node<'_>) -> Option<Self> {
        let mut left = MOST + 1;
        let condition = Self::read_at(node, DEEPEST, &mut left);
        if left == 0 {
            node.fault(format!("expected at most {MOST} conditions, found more"));
            return None;
        }
        condition
    }

    fn read_at(node: &Node<'_>, levels: usize, left: &mut usize) -> Option<Self> {
        if *left == 0 {
            return None;
        }
        if levels == 0 {
            node.fault(format!("expected at most {DEEPEST} conditions inside each other"));
            return None;
        }
        let mut table = node.table()?;
        let kinds = ["all", "any", "not", "field"];
        let is_there = |kind: &&str| node.value().get(*kind).is_some_and(|value| !value.is_null());
        let found: Vec<&str> = kinds.into_iter().filter(is_there).collect();
        match found[..] {
            [_] => {}
            [] => node.fault("expected one of all, any, not or field, found none of them"),
            _ => node.fault(format!(
                "expected one of all, any, not or field, found {}",
                found.join(" and ")
            )),
        }
        let mut list = |node: &Node<'_>| {
            let items = node.list()?;
            if items.is_empty() {
                node.fault("expected at least one condition, found an empty list");
                return None;
            }
            let read = |item: &Node<'_>| Self::read_at(item, levels - 1, left);
            items.iter().map(read).collect::<Vec<_>>().into_iter().collect::<Option<Vec<Self>>>()
        };
        let condition = match found[..] {
            ["all"] => table.read("all", &mut list).map(Self::All),
            ["any"] => table.read("any", &mut list).map(Self::Any),
            ["not"] => {
                let inner = table.read("not", |node| Self::read_at(node, levels - 1, left));
                inner.map(|inner| Self::Not(Box::new(inner)))
            }
            ["field"] => {
                *left -= 1;
                read_leaf::read(&mut table).map(Self::Leaf)
            }
            _ => return None,
        };
        table.finish();
        condition
    }

    /// The conditions on fields, in the order in which they are written.
    #[must_use]
    pub fn leaves(&self) -> Vec<&Leaf> {
        let mut leaves = Vec::new();
        let _ = self.visit(&mut |leaf| {
            leaves.push(leaf);
            ControlFlow::Continue(())
        });
        leaves
    }

    fn visit<'c>(&'c self, see: &mut impl FnMut(&'c Leaf) -> ControlFlow<()>) -> ControlFlow<()> {
        match self {
            Self::All(inner) | Self::Any(inner) => {
                inner.iter().try_for_each(|condition| condition.visit(see))
            }
            Self::Not(inner) => inner.visit(see),
            Self::Leaf(leaf) => see(leaf),
        }
    }

    pub(super) fn number(&mut self, lexicon: &mut Lexicon) {
        match self {
            Self::All(inner) | Self::Any(inner) => {
                for condition in inner {
                    condition.number(lexicon);
                }
            }
            Self::Not(inner) => inner.number(lexicon),
            Self::Leaf(leaf) => leaf.number(lexicon),
        }
    }

    /// Whether it holds; looks no further than needed.
    pub(super) fn holds(&self, view: &View<'_>) -> Truth {
        self.truth(&mut |leaf| leaf.holds(view))
    }

    /// Whether it holds, by what `of` says of each leaf that is needed to know.
    fn truth(&self, of: &mut impl FnMut(&Leaf) -> Truth) -> Truth {
        match self {
            Self::All(inner) => Truth::all(inner.iter().map(|condition| condition.truth(of))),
            Self::Any(inner) => Truth::any(inner.iter().map(|condition| condition.truth(of))),
            Self::Not(inner) => !inner.truth(of),
            Self::Leaf(leaf) => of(leaf),
        }
    }

    /// Whether it holds, by the truths of all its leaves in their order, which it takes
    /// from `truths`; and, in `decisive`, the places of the leaves that made it so.
    pub(super) fn decide(
        &self,
        truths: &mut impl Iterator<Item = Truth>,
        place: &mut usize,
        decisive: &mut Vec<usize>,
    ) -> Truth {
        let (inner, is_all) = match self {
            Self::All(inner) => (inner, true),
            Self::Any(inner) => (inner, false),
            Self::Not(inner) => return !inner.decide(truths, place, decisive),
            Self::Leaf(_) => {
                decisive.push(*place);
                *place += 1;
                return truths.next().unwrap_or(Truth::Unknown);
            }
        };
        let start = decisive.len();
        let mut parts = Vec::with_capacity(inner.len());
        for condition in inner {
            let from = decisive.len();
            let truth = condition.decide(truths, place, decisive);
            parts.push((truth, from..decisive.len()));
        }
        let outcomes = parts.iter().map(|(truth, _)| *truth);
        let outcome = if is_all { Truth::all(outcomes) } else { Truth::any(outcomes) };
        let telling = parts.iter().filter(|(truth, _)| *truth == outcome);
        let kept: Vec<usize> = telling
            .flat_map(|(_, range)| decisive.get(range.clone()).unwrap_or_default())
            .copied()
            .collect();
        decisive.truncate(start);
        decisive.extend(kept);
        outcome
    }
}

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::All(inner) => serializer.collect_map([("all", inner)]),
            Self::Any(inner) => serializer.collect_map([("any", inner)]),
            Self::Not(inner) => serializer.collect_map([("not", inner)]),
            Self::Leaf(leaf) => leaf.serialize(serializer),
        }
    }
}
