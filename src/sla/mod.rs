//! What is due when: service levels, computed from the events of a case.
//!
//! [`Policies`] say within which time we answer whom. Asked for a case at an instant,
//! they give [`Deadline`]s: when each started, when it is due, and where it stands.
//! Nothing is stored: the same log gives the same deadlines, and an event that arrives
//! late counts as if it had come in time.
//!
//! # Metrics
//! The first response runs from the first message of the customer to the first answer.
//! Each next response runs from the oldest message that this answer left unanswered to
//! the answer that follows. What counts as an answer, and what thanks alone does, is said
//! at [`case`](crate::case). A case that is resolved owes nothing any more.
//!
//! # On time
//! On time if and only if not after the due instant, for an answer and for now alike.
//!
//! # A picture
//! A parcel that was asked after on a Friday, over a Koningsdag on which it is closed. The
//! first answer was in time. The second one did not arrive, so its clock ran on, and the
//! next answer was late. `examples/timeline` draws this for any case, in Dutch or English.
//!
#![doc = include_str!("../../docs/timeline.svg")]

mod at_risk;
mod clock;
mod counted;
mod deadline;
mod duration;
mod metric;
mod policies;
mod policy;
mod selection;
mod status;
mod target;
mod targets;
mod when;

pub use at_risk::AtRisk;
pub use counted::Counted;
pub use deadline::{Deadline, Span, next_due};
pub use metric::Metric;
pub use policies::Policies;
pub use policy::Policy;
pub use selection::{Selection, Trial};
pub use status::Status;
pub use target::Target;

const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<Policies>();
    shared::<Deadline>();
};
