//! What every judgement carries: how sure it is, what decided it, and why it abstains.

mod abstention;
mod confidence;
mod evidence;
#[expect(clippy::module_inception, reason = "the type that gives the folder its name")]
mod judgement;
mod place;

pub use abstention::Abstention;
pub use confidence::Confidence;
pub use evidence::Evidence;
pub use judgement::Judgement;
pub use place::Place;
