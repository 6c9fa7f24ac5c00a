//! What judges a message.

use super::Classification;
use crate::language::Detection;
use crate::mention::Mention;

/// What judges a message. The built-in one is a choice; a host may bring its own.
///
/// The contract:
/// - It is pure: the same mention and language give the same answer.
/// - Evidence points into [`Mention::text`] (or the title), on character boundaries, in
///   the order of the text.
/// - What can't be told is undetermined, with a reason, never a guess at 0.5.
/// - It returns in time linear in the length of the text, and does not panic.
///
/// # Example
/// A classifier that knows one thing:
/// ```
/// use webcare::classify::{Classification, Classifier};
/// use webcare::judgement::Abstention;
/// use webcare::language::Detection;
/// use webcare::mention::Mention;
///
/// #[derive(Debug)]
/// struct Modest;
///
/// impl Classifier for Modest {
///     fn classify(&self, _: &Mention, language: &Detection) -> Classification {
///         Classification::abstaining(Abstention::NoEvidence).with_language(language.clone())
///     }
/// }
///
/// let mention = Mention::builder("1").text("Tja.").build()?;
/// let judged = Modest.classify(&mention, &Detection::undetermined());
/// assert!(judged.sentiment().polarity().is_none());
/// # Ok::<(), webcare::Error>(())
/// ```
pub trait Classifier: Send + Sync + std::fmt::Debug {
    /// Judges `mention`, which is written in `language`.
    fn classify(&self, mention: &Mention, language: &Detection) -> Classification;
}

const _: Option<&dyn Classifier> = None;
