use super::super::arguments::{
    AccountArguments, AppArguments, Number, TargetArguments, TokenArguments, WireArguments,
};
use super::*;

fn everywhere() -> (ConnectionArguments, Profile) {
    let target = TargetArguments { target: Some("flag.example".to_owned()) };
    let account =
        AccountArguments { account_id: Some("flag".to_owned()), ..AccountArguments::default() };
    let app = AppArguments { client_id: Some("cs-flag".to_owned()), ..AppArguments::default() };
    let wire =
        WireArguments { requests_per_minute: Some(Number(Some(0))), ..WireArguments::default() };
    let host = HostArguments { account, app, wire, ..HostArguments::default() };
    let arguments = ConnectionArguments { target, host };
    let profile = Profile {
        target: Some("profile.example".to_owned()),
        account_id: Some("profile".to_owned()),
        stream_id: Some("st-profile".to_owned()),
        client_secret: Some(Secret::new("profile-secret")),
        token: Some(Secret::new("profile-token")),
        requests_per_minute: Some(30),
        ..Profile::default()
    };
    (arguments, profile)
}

#[test]
fn a_flag_wins_over_the_profile_and_the_profile_over_the_default() {
    let (arguments, profile) = everywhere();
    let settings = Settings::resolve(&arguments, |_| None, profile.clone());
    assert_eq!(settings.target, Target::Host("flag.example".to_owned()));
    assert_eq!(settings.ids().unwrap(), ("flag".to_owned(), "st-profile".to_owned()));
    assert_eq!(settings.rate(), None);
    let settings = Settings::resolve(&ConnectionArguments::default(), |_| None, profile);
    assert_eq!(settings.target, Target::Host("profile.example".to_owned()));
    assert_eq!(settings.rate(), Some(30));
    let settings = Settings::resolve(&ConnectionArguments::default(), |_| None, Profile::default());
    assert_eq!(settings.target, Target::Host("platform.kore.ai".to_owned()));
    assert_eq!(settings.rate(), Some(60));
}

#[test]
fn the_file_of_authorities_is_looked_for_in_the_same_order() {
    let profile = Profile { ca_file: Some("profile.pem".into()), ..Profile::default() };
    let given = |file: Option<&str>| {
        let wire = WireArguments { ca_file: file.map(Into::into), ..WireArguments::default() };
        let host = HostArguments { wire, ..HostArguments::default() };
        let arguments = ConnectionArguments { host, ..ConnectionArguments::default() };
        Settings::resolve(&arguments, |_| None, profile.clone()).ca_file
    };
    assert_eq!(given(Some("flag.pem")), Some("flag.pem".into()));
    for none in [None, Some("")] {
        assert_eq!(given(none), Some("profile.pem".into()));
    }
}

#[test]
fn of_token_and_secret_the_earlier_in_the_order_signs() {
    let (arguments, profile) = everywhere();
    let environment =
        |name: &str| (name == "AGENTASSIST_CLIENT_SECRET").then(|| "environment".to_owned());
    let settings = Settings::resolve(&arguments, environment, profile.clone());
    assert_eq!(
        settings.credential().unwrap(),
        Credential::App {
            client_id: "cs-flag".to_owned(),
            client_secret: Secret::new("environment"),
            single_use: false
        }
    );
    let settings = Settings::resolve(&arguments, |_| None, profile);
    assert_eq!(settings.credential().unwrap(), Credential::Token(Secret::new("profile-token")));
}

#[test]
fn a_file_named_by_a_flag_wins_over_the_environment() {
    let token = TokenArguments { token_file: Some("no-such-file".into()) };
    let host = HostArguments { token, ..HostArguments::default() };
    let arguments = ConnectionArguments { host, ..ConnectionArguments::default() };
    let environment = |name: &str| Some(name.to_owned());
    let settings = Settings::resolve(&arguments, environment, Profile::default());
    let failure = settings.credential().unwrap_err();
    assert_eq!(failure.to_string(), "cannot read the token in no-such-file");
}

#[test]
fn an_empty_number_is_as_good_as_none() {
    assert_eq!("".parse(), Ok(Number(None)));
    assert_eq!("60".parse(), Ok(Number(Some(60))));
    assert!("-1".parse::<Number>().is_err() && "often".parse::<Number>().is_err());
}

#[test]
fn what_is_missing_is_named_with_every_place_it_may_come_from() {
    let settings = Settings::resolve(&ConnectionArguments::default(), |_| None, Profile::default());
    assert_eq!(
        settings.ids().unwrap_err().to_string(),
        "--account-id is needed (or AGENTASSIST_ACCOUNT_ID, or a profile); for a try-out \
         without an account give --target sandbox"
    );
}
