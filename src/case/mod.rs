//! One conversation over time: an append-only log, and the state that follows from it.
//!
//! A [`Case`] holds [`Event`]s: a message was received, an answer given, delivered or
//! failed, a note written, the case assigned, its status changed. Nothing else is stored.
//! Where the case stands, who has it, what is unanswered and since when: all of it is
//! computed when asked, from the events in the order of their times. So events may arrive
//! in any order, and more than once.
//!
//! [`Cases`] says which case a mention belongs to: one case per conversation and author.
//!
//! # Answers
//! An answer answers every message received up to its time; and the one it names, even
//! when that has a later time, since people edit what they wrote. What is automatic never
//! counts, nor does what failed to arrive; an answer that failed first and arrived later
//! counts from its arrival. Notes do not count. A message of ours that a platform brings
//! counts like one that we recorded, and never opens a clock.
//!
//! # Thanks
//! A message that is thanks and nothing else asks for no answer and reopens nothing,
//! unless the case begins with it.

mod actor;
mod answer;
mod answered;
#[expect(clippy::module_inception, reason = "the type that gives the stage its name")]
mod case;
mod cases;
mod cases_wire;
mod conversation;
mod event;
mod exchange;
mod id;
mod log;
mod message;
mod placement;
mod placing;
mod standing;
mod status;
mod talk;
mod wire;

pub use actor::Actor;
pub use answer::Answer;
pub use answered::Answered;
pub use case::{Case, Recorded};
pub use cases::Cases;
pub use event::{Event, EventKind, Received};
pub use exchange::{Exchange, Outcome};
pub use id::{CaseId, EventId};
pub use message::Message;
pub use placement::Placement;
pub use status::Status;

const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<Case>();
    shared::<Cases>();
    shared::<Event>();
};
