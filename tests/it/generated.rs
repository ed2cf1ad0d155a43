// Generated from `openapi/agentassist.yaml` by `cargo xtask generate`; do not edit.

/// Recordings of `listContacts`.
mod list_contacts {
    use crate::recordings;
    #[test]
    fn a_recording_exists() {
        recordings::at_least_one_exists("listContacts");
    }
    #[test]
    fn recorded_answers_with_200_conform() {
        recordings::answers_conform("listContacts", "200");
    }
    #[test]
    fn recorded_answers_with_4xx_conform() {
        recordings::answers_conform("listContacts", "4XX");
    }
    #[test]
    fn recorded_answers_with_5xx_conform() {
        recordings::answers_conform("listContacts", "5XX");
    }
}
/// Recordings of `updateContact`.
mod update_contact {
    use crate::recordings;
    #[test]
    fn a_recording_exists() {
        recordings::at_least_one_exists("updateContact");
    }
    #[test]
    fn recorded_answers_with_200_conform() {
        recordings::answers_conform("updateContact", "200");
    }
    #[test]
    fn recorded_answers_with_4xx_conform() {
        recordings::answers_conform("updateContact", "4XX");
    }
    #[test]
    fn recorded_answers_with_5xx_conform() {
        recordings::answers_conform("updateContact", "5XX");
    }
}
/// Recordings of `deleteContact`.
mod delete_contact {
    use crate::recordings;
    #[test]
    fn a_recording_exists() {
        recordings::at_least_one_exists("deleteContact");
    }
    #[test]
    fn recorded_answers_with_200_conform() {
        recordings::answers_conform("deleteContact", "200");
    }
    #[test]
    fn recorded_answers_with_4xx_conform() {
        recordings::answers_conform("deleteContact", "4XX");
    }
    #[test]
    fn recorded_answers_with_5xx_conform() {
        recordings::answers_conform("deleteContact", "5XX");
    }
}
/// Recordings of `bulkDeleteContacts`.
mod bulk_delete_contacts {
    use crate::recordings;
    #[test]
    fn a_recording_exists() {
        recordings::at_least_one_exists("bulkDeleteContacts");
    }
    #[test]
    fn recorded_answers_with_200_conform() {
        recordings::answers_conform("bulkDeleteContacts", "200");
    }
    #[test]
    fn recorded_answers_with_4xx_conform() {
        recordings::answers_conform("bulkDeleteContacts", "4XX");
    }
    #[test]
    fn recorded_answers_with_5xx_conform() {
        recordings::answers_conform("bulkDeleteContacts", "5XX");
    }
}
/// Recordings of `deleteContactList`.
mod delete_contact_list {
    use crate::recordings;
    #[test]
    fn a_recording_exists() {
        recordings::at_least_one_exists("deleteContactList");
    }
    #[test]
    fn recorded_answers_with_200_conform() {
        recordings::answers_conform("deleteContactList", "200");
    }
    #[test]
    fn recorded_answers_with_4xx_conform() {
        recordings::answers_conform("deleteContactList", "4XX");
    }
    #[test]
    fn recorded_answers_with_5xx_conform() {
        recordings::answers_conform("deleteContactList", "5XX");
    }
}
