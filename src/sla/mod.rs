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
//! at [`case`](crate::case). A case that is resolved owes nothing any more. The other
//! clocks, of updates, resolution, waiting, ownership and promises, are told at [`Metric`].
//!
//! # Standing still
//! A clock stands still in the statuses of the case that its target names. What a policy
//! calls a pause is read from the log like all else, so a pause that is told late counts
//! from when it was.
//!
//! # On time
//! On time if and only if not after the due instant, for an answer and for now alike.
//!
//! # A picture
//! A parcel that was asked after on a Friday, over a Koningsdag on which it is closed. The
//! first answer was in time. The second one did not arrive, so its clock ran on, and the
//! next answer was late. The clock of the solution stood still while we waited for the
//! customer. `examples/timeline` draws this for any case, in Dutch or English.
//!
#![doc = include_str!("../../docs/timeline.svg")]

mod agenda;
mod consumed;
mod counted;
mod deadline;
mod duration;
mod facts;
mod measure;
mod metric;
mod pause;
mod policies;
mod policy;
mod reading;
mod runs;
mod selection;
mod status;
mod target;
mod targets;
mod warning;
mod when;

pub use agenda::{Agenda, Entry, Item};
pub use counted::Counted;
pub use deadline::{Deadline, Span, next_due};
pub use metric::Metric;
pub use policies::Policies;
pub use policy::Policy;
pub use reading::{Reading, Reason};
pub use selection::{Selection, Trial};
pub use status::Status;
pub use target::Target;
pub use warning::Warning;

const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<Policies>();
    shared::<Deadline>();
    shared::<Agenda>();
};
