/** Selector of everything that has a tooltip: a text, or an ISO time that is shown exactly. */
export const TIP_TRIGGERS = '[data-tip],[data-tip-time]';
