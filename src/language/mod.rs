//! Which language a message is written in.
//!
//! Three answers matter: Dutch, English, and any other. Text that gives nothing to go on
//! (only an emoji, a link, a number) is [`Undetermined`](Language::Undetermined), not
//! English.
//!
//! A [`Detector`] gives the answer, a [`Detection`]. [`BuiltIn`] is the one that comes with
//! the crate; its word lists stand in `data/language`.

mod built_in;
mod detection;
mod detector;
mod fit;
mod heard;
#[expect(clippy::module_inception, reason = "the type that gives the stage its name")]
mod language;
mod lists;
mod model;
mod other;
mod spelling;
mod trigrams;
mod verdict;
mod words;

#[cfg(test)]
mod tests;

pub use built_in::BuiltIn;
pub use detection::Detection;
pub use detector::Detector;
pub use language::{Language, LanguageCode};
