package vn.hoso.fields;

import java.util.List;
import vn.hoso.fields.ReturnFieldService.Problem;

/** Knows what is measured with fields, so that no field takes away what that rests on. */
public interface FieldUses {

    /**
     * What could no longer be measured as it is.
     *
     * @param after every field, as they would be kept
     */
    List<Problem> lost(List<ReturnField> after);
}
