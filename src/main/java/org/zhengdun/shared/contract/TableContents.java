package org.zhengdun.shared.contract;

import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.zhengdun.shared.table.TableFormat;

/** Says what the files of a tabular answer are: not the shape of its JSON form. */
final class TableContents {

    private TableContents() {}

    static void describe(APIResponse success) {
        if (success.getContent() != null) {
            Map<String, MediaType> contents = success.getContent().getMediaTypes();
            put(contents, TableFormat.CSV, Schema.SchemaType.STRING,
                    "Lines of the table, in UTF-8 with byte order mark");
            put(contents, TableFormat.XLSX, Schema.SchemaType.STRING,
                    "Workbook: the table, and a sheet that says what it is about").format("binary");
            put(contents, TableFormat.JSON_STAT, Schema.SchemaType.OBJECT, "JSON-stat 2.0, class dataset");
        }
    }

    private static Schema put(Map<String, MediaType> contents, String type, Schema.SchemaType kind, String said) {
        Schema schema = OASFactory.createSchema().addType(kind).description(said);
        if (contents.containsKey(type)) {
            contents.get(type).setSchema(schema);
        }
        return schema;
    }
}
