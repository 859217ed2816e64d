/** Where everything of one body lives; each controller adds its own things: `@Controller(`${BODY_PATH}/tasks`)`. */
export const BODY_PATH = 'api/v1/bodies/:body';
