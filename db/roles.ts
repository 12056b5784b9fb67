/** The role every statement of the application runs as. It owns nothing, so it can neither alter tables nor disable triggers. */
export const APP_ROLE = 'gatehouse_app';
