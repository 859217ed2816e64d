/** The sides of a page are those of its reading direction: a style that names left or right is wrong in Arabic. */
const PHYSICAL = [
  '/^(margin|padding|border|scroll-margin|scroll-padding)-(left|right|top|bottom)/',
  '/^border-(top|bottom)-(left|right)-radius$/',
  'left',
  'right',
  'top',
  'bottom',
  'width',
  'height',
  '/^(min|max)-(width|height)$/',
];

export default {
  rules: {
    'property-disallowed-list': PHYSICAL,
    'declaration-property-value-disallowed-list': {
      'text-align': ['left', 'right'],
      float: ['left', 'right'],
      clear: ['left', 'right'],
    },
    'declaration-no-important': true,
    'no-duplicate-selectors': null,
    'block-no-empty': true,
    'color-no-invalid-hex': true,
    'property-no-unknown': true,
  },
};
