//! What a message means for the one who has to act: what its writer feels, wants, and how
//! soon somebody must act.

mod adapt;
mod built_in;
mod classification;
mod classifier;
mod intent;
mod sentiment;
mod urgency;

pub use adapt::{
    Adaptation, Growth, Known, KnownWeights, Override, Overrides, ReachPoints, Thresholds, WordList,
};
pub use built_in::BuiltIn;
#[cfg(feature = "training")]
#[doc(hidden)]
pub use built_in::training;
pub use classification::Classification;
pub use classifier::Classifier;
pub use intent::Intent;
pub use sentiment::{Polarity, Sentiment};
pub use urgency::{Urgency, UrgencyLevel};
