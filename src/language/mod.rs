//! Which language a message is written in.
//!
//! Three answers matter: Dutch, English, and any other. Text that gives nothing to go on
//! (only an emoji, a link, a number) is [`Undetermined`](Language::Undetermined), not
//! English.
//!
//! A [`Detector`] gives the answer, a [`Detection`]. [`BuiltIn`] is the one that comes with
//! the crate; its model is trained, and lies in `data/language`.

mod built_in;
mod detection;
mod detector;
#[cfg_attr(
    not(feature = "training"),
    allow(unreachable_pub, dead_code, reason = "the trainer reaches and uses it")
)]
mod heard;
#[expect(clippy::module_inception, reason = "the type that gives the stage its name")]
mod language;
mod letters;
#[cfg_attr(
    not(feature = "training"),
    allow(unreachable_pub, dead_code, reason = "the trainer reaches and uses it")
)]
mod model;
mod other;
#[cfg_attr(
    not(feature = "training"),
    allow(unreachable_pub, dead_code, reason = "the trainer reaches and uses it")
)]
mod spelling;
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training;
mod verdict;
#[cfg_attr(
    not(feature = "training"),
    allow(unreachable_pub, dead_code, reason = "the trainer reaches and uses it")
)]
mod words;

#[cfg(test)]
mod tests;

pub use built_in::BuiltIn;
pub use detection::Detection;
pub use detector::Detector;
pub use language::{Language, LanguageCode};
