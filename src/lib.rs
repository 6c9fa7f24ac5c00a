//! Online customer care as a library.

mod config;
mod error;
pub mod judgement;
pub mod mention;
mod text;
pub mod language;
pub mod classify;
mod priority;
pub mod case;
pub mod calendar;
pub mod routing;
pub mod sla;
pub mod reply;
pub mod channel;
pub mod desk;

pub use error::{Error, Fault};
pub use priority::Priority;
