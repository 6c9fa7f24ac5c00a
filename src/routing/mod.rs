//! Who handles a mention, and how soon: rules that people write, and what they decide.
//!
//! [`Rules`] are read from a configuration, all faults told at once. They
//! [decide](Rules::decide) on [`Facts`]: a mention, its judgement, the time, and, where
//! there are any, its case and the calendars. The [`Decision`] names a queue, a priority,
//! tags, watchers and the host's own actions; its [`Trace`] says why. Deciding is pure:
//! what is decided is carried out by the host.
//!
//! - A condition on a value that is missing is unknown, and stays unknown under `not`. A
//!   rule matches only when its condition is true beyond doubt.
//! - Rules are tried in their order, equals by id. A rule with `stop` that matches ends
//!   the pass.
//! - A queue, a team or a priority goes to the first rule that sets it; what later rules
//!   wanted is kept as a [`Conflict`]. Tags, watchers and actions add up.
//! - There always is a queue: that of a rule, or the fallback.
//! - No rule applies to our own messages. They go to the fallback, with an empty trace.
//! - The priority follows from the urgency where no rule sets one: the step is made here,
//!   once, by the [`PriorityScale`].
//!
//! # Words and names
//! Words are compared as words, without regard to case and accents. The word `NS` is not
//! in "dienst"; it is in "NS-app" and in "NS's". It is not in `@NS_online` either: an
//! account that is named and a hashtag are words of their own, asked for as `@NS_online`,
//! `#staking`, or by the fields `handles` and `hashtags`. A value of several words is
//! found where these stand next to each other in one sentence, whatever commas and hyphens
//! are between them. Names, such as tags and accounts, are compared whole, without regard
//! to case and accents.

mod check;
mod condition;
mod conflict;
mod decision;
mod doubts;
mod facts;
mod field;
mod found;
mod index;
mod leaf;
mod operator;
mod priority_scale;
mod profile;
mod read_leaf;
mod read_rules;
mod rule;
mod rules;
mod sentence;
mod simulation;
mod test;
#[cfg(test)]
mod tests;
mod then;
mod trace;
mod truth;
mod view;
mod vocabulary;
mod words;

pub use check::Check;
pub use condition::Condition;
pub use conflict::{Conflict, Outcome};
pub use decision::Decision;
pub use facts::Facts;
pub use field::{Field, FieldKind};
pub use found::{Found, Quote};
pub use leaf::Leaf;
pub use operator::Operator;
pub use priority_scale::PriorityScale;
pub use rule::Rule;
pub use rules::Rules;
pub use simulation::{RuleCount, Simulation};
pub use then::{Action, Then};
pub use trace::{RuleTrace, Trace, Verdict};
pub use truth::Truth;
