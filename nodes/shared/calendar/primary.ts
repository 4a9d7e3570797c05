/** The first calendar of whoever asks, as fields hold it. */
export const PRIMARY = 'primary';

/** As the panel shows it. */
export const PRIMARY_NAME = 'Primary Calendar';
