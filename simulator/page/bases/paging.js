/** How many records are shown at a time. */
export const PAGE_ROWS = 100;
