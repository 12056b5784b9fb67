import { compileShapes } from './material-shape.ts';

/** File options that only steer the code generated for one language. */
const GENERATOR_OPTIONS = [
  'cc_enable_arenas',
  'cc_generic_services',
  'csharp_namespace',
  'go_package',
  'java_generic_services',
  'java_multiple_files',
  'java_outer_classname',
  'java_package',
  'java_string_check_utf8',
  'objc_class_prefix',
  'optimize_for',
  'php_class_prefix',
  'php_metadata_namespace',
  'php_namespace',
  'py_generic_services',
  'ruby_package',
  'swift_prefix',
];

/** The plain form of a protobuf file; field numbers and options count, comments do not. */
export const PROTOBUF_SHAPES = compileShapes({
  document: {
    fields: {
      imports: 'optional-set',
      options: 'fileOptions',
      messages: 'messages',
      enums: 'enums',
      services: 'services',
      extensions: 'fields',
    },
  },
  fileOptions: {
    omitEmpty: true,
    fields: Object.fromEntries(GENERATOR_OPTIONS.map((name) => [name, 'drop'])),
  },
  messages: { rest: 'message', omitEmpty: true },
  message: { fields: { comment: 'drop', fields: 'fields' } },
  fields: { rest: 'commented', omitEmpty: true },
  commented: { fields: { comment: 'drop' } },
  enums: { rest: 'enum', omitEmpty: true },
  enum: { fields: { comment: 'drop', comments: 'drop' } },
  services: { rest: 'service', omitEmpty: true },
  service: { fields: { comment: 'drop', methods: 'fields' } },
});
