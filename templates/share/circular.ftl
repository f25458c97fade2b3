<#ftl output_format="plainText">
<#-- A circular within the agency (หนังสือเวียน), in the form of a memorandum. What is not known stays dotted. -->
<#assign long="........................................" short="....................">
                              บันทึกข้อความ

ส่วนราชการ  ${record.unit?has_content?then(record.unit, long)} ${agency.name}<#if agency.phone?has_content>  โทร. ${agency.phone}</#if>
ที่  ${short}                    วันที่  ${long}
เรื่อง  แจ้งเวียน${record.reference}

เรียน  หัวหน้าส่วนงานทุกส่วนงาน<#if agency.units?has_content> (<#list agency.units as unit>${unit}<#sep>, </#list>)</#if>

        ด้วย${agency.name}มี${record.reference}<#if record.number?has_content> ที่ ${record.number}</#if><#if record.date?has_content> ลงวันที่ ${record.date}</#if><#if record.summary?has_content> มีสาระสำคัญคือ ${record.summary}</#if> รายละเอียดตามเอกสารที่แนบมา และอ่านได้ที่ ${record.url}

        จึงเรียนมาเพื่อโปรดทราบ และแจ้งให้บุคลากรในสังกัดทราบโดยทั่วกัน



                                        (${long})
                                        ตำแหน่ง ${long}
