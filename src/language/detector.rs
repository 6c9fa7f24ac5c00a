//! What a detector of languages is.

use super::Detection;
use std::fmt::Debug;

/// Says which language a message is written in.
///
/// [`BuiltIn`](super::BuiltIn) is the one that comes with the crate; a host can bring its
/// own. An implementation gives the same answer for the same text, takes any text without
/// panic, answers [`Detection::undetermined`] when it has nothing to go on, and gives
/// evidence only with ranges of `text` that lie on character boundaries.
///
/// # Example
/// ```
/// use webcare::judgement::Confidence;
/// use webcare::language::{Detection, Detector, Language};
///
/// /// For a desk that answers in one language only.
/// #[derive(Debug)]
/// struct AlwaysDutch;
///
/// impl Detector for AlwaysDutch {
///     fn detect(&self, _text: &str) -> Detection {
///         Detection::new(Language::Dutch, Confidence::CERTAIN)
///     }
/// }
///
/// let detector: Box<dyn Detector> = Box::new(AlwaysDutch);
/// assert!(detector.detect("hello").is(Language::Dutch));
/// ```
pub trait Detector: Send + Sync + Debug {
    /// The language of `text`, which is the text of one message as it was typed.
    fn detect(&self, text: &str) -> Detection;
}

const _: Option<&dyn Detector> = None;
