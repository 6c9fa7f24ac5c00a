//! What a host changes: its own words and phrases, what it knows of the writer, and how
//! sure and how urgent is sure and urgent enough.
//!
//! [`Overrides`] are looked up in a message by a [`matcher`]; what they hide and bring is
//! [`found`]; [`shift`] and [`points`] add that to a judgement, and to an urgency what is
//! [`known`]. [`Thresholds`] say what follows from a score.

mod adaptation;
mod entry;
mod found;
mod known;
mod known_weights;
mod matcher;
mod overrides;
mod points;
mod range;
mod reach;
mod shift;
mod thresholds;
mod word_list;

#[cfg(test)]
mod tests;

pub use adaptation::Adaptation;
pub use entry::Override;
pub(super) use found::{Hidden, covers};
pub use known::Known;
pub use known_weights::KnownWeights;
pub use overrides::Overrides;
pub use reach::{Growth, ReachPoints};
pub use thresholds::Thresholds;
pub use word_list::WordList;
