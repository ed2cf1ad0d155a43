//! Where tokens come from: one is asked for before each attempt.

mod jwt_app;
mod provider;

pub use self::jwt_app::JwtApp;
pub use self::provider::{TokenError, TokenFn, TokenFuture, TokenProvider, TokenRequest, token_fn};
