const BOOK = '/open-apis/sheets/v2/spreadsheets/:spreadsheetToken';

/** Cells of several ranges. Source: …/sheets-v2/data-operation/reading-multiple-ranges, and its neighbours */
export const READ_RANGES = `GET ${BOOK}/values_batch_get`;
export const WRITE_RANGES = `POST ${BOOK}/values_batch_update`;
export const APPEND_VALUES = `POST ${BOOK}/values_append`;
export const PREPEND_VALUES = `POST ${BOOK}/values_prepend`;
export const SET_STYLES = `PUT ${BOOK}/styles_batch_update`;
export const DELETE_LINES = `DELETE ${BOOK}/dimension_range`;
/** The page of this one names the parameter otherwise. */
export const ADD_LINES = 'POST /open-apis/sheets/v2/spreadsheets/:spreadsheet_token/dimension_range';

/** Scopes of which one is enough. */
export const READ_SCOPES = ['sheets:spreadsheet:readonly', 'sheets:spreadsheet', 'drive:drive:readonly', 'drive:drive'];
export const WRITE_SCOPES = ['sheets:spreadsheet', 'drive:drive'];
