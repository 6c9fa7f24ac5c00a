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
//! What counts is a switch each: see [`Conventions`].
//!
//! # Thanks
//! A message that is thanks and nothing else asks for no answer and reopens nothing,
//! unless the case begins with it.

mod accounts;
mod actor;
mod answer;
mod answered;
mod briefing;
#[expect(clippy::module_inception, reason = "the type that gives the stage its name")]
mod case;
mod cases;
mod cases_wire;
mod conversation;
mod conventions;
mod event;
mod event_kind;
mod exchange;
mod handover;
mod id;
mod judged;
mod log;
mod machine;
mod merging;
mod message;
mod phase;
mod placement;
mod placing;
mod promise;
mod promised;
mod received;
mod redaction;
mod resolution;
mod standing;
mod status;
mod talk;
mod views;
mod wire;

pub use actor::Actor;
pub use answer::Answer;
pub use answered::Answered;
pub use briefing::Briefing;
pub use case::{Case, Recorded};
pub use cases::Cases;
pub use conventions::Conventions;
pub use event::Event;
pub use event_kind::EventKind;
pub(crate) use exchange::Settled;
pub use exchange::{Exchange, Outcome};
pub use handover::Handover;
pub use id::{CaseId, EventId};
pub use judged::Judged;
pub use message::Message;
pub use phase::Phase;
pub use placement::Placement;
pub use promise::Promise;
pub use promised::Promised;
pub use received::Received;
pub use resolution::Resolution;
pub use standing::Standing;
pub use status::Status;

const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<Case>();
    shared::<Cases>();
    shared::<Event>();
};
