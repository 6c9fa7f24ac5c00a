//! Online customer care as a library.

mod config;
mod error;
pub mod judgement;
pub mod mention;
mod priority;

pub use error::{Error, Fault};
pub use priority::Priority;
